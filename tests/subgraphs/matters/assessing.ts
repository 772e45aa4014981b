import { models } from '../../../subgraphs/matters/assessment/model';
import type { TestBed } from '../../support/test-bed';
import { city, other } from './sample';

export const QUARTER = '2026-Q3';
export const EVIDENCE = '{ hazards(filter: { region: "430682" }) { edges { node { number } } } }';
const ENTER = `mutation ($input: EnterScoreInput!) { enterScore(input: $input) { id score indicators { code points } } }`;
const CONFIRM = `mutation ($input: ConfirmAssessmentInput!) { confirmAssessment(input: $input) { id status rank confirmedOn } }`;

const [model] = models;
const computed = model?.indicators.filter(({ formula }) => formula.kind !== 'DIRECT') ?? [];
const entered = model?.indicators.filter(({ formula }) => formula.kind === 'DIRECT') ?? [];

/** What a quarter is assessed by, in a test bed of matters. */
export function assessing(bed: TestBed) {
  const figure = (changes: object = {}) => ({
    ...{
      sourceId: '1',
      quarter: QUARTER,
      regionCode: '430682',
      indicator: '8.2',
      numerator: 38,
      denominator: 40,
    },
    ...{ evidence: EVIDENCE, measuredOn: '2026-10-08', ...changes },
  });
  const submit = async (records: object[], caller = city) =>
    (await bed.submit('submitAssessmentFigures', records, { caller })).data.receipt;
  const refusalOf = async (changes: object, caller = city) =>
    (await submit([figure(changes)], caller)).rejected[0]?.code;
  const enter = (changes: object = {}, caller = city) =>
    bed.run(ENTER, {
      caller,
      variables: {
        input: {
          quarter: QUARTER,
          region: '430682',
          indicator: '7',
          points: 2.5,
          evidence: '巡查记录1号',
          ...changes,
        },
      },
    });
  const confirm = (caller = other(city), changes: object = {}) =>
    bed.run(CONFIRM, {
      caller,
      purpose: '考核',
      variables: { input: { quarter: QUARTER, region: '430600', reason: '审议通过', ...changes } },
    });
  /** All figures and scores of one county: ratios of so many of a hundred, entries at their most. */
  async function complete(region: string, share: number, deducted = 0) {
    const figures = computed.map(({ code, formula }) =>
      figure({
        ...{ sourceId: `${region} ${code}`, regionCode: region, indicator: code },
        ...(formula.kind === 'RATIO_TO_TARGET'
          ? { numerator: share, denominator: 100 }
          : { numerator: deducted, denominator: null }),
      }),
    );
    expect(await submit(figures)).toMatchObject({ accepted: figures.length, rejected: [] });
    for (const { code, formula } of entered) {
      if (formula.kind === 'DIRECT')
        expect(await enter({ region, indicator: code, points: formula.max })).toSucceed();
    }
  }

  return { figure, submit, refusalOf, enter, confirm, complete };
}
