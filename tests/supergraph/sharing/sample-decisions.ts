import { composeUscc } from '../../../subgraphs/kernel';
import type { Platform } from '../../support/platform';
import type { Sample, SamplePart } from './sample';

/** A listing under way from notice to decision, an application for repair, and a consumer of the feed. */
export const decisionSample: SamplePart = {
  records({ region, at, uscc, daysAgo }) {
    const listed = {
      decidedOn: daysAgo(500),
      listedOn: daysAgo(490),
      departmentCode: `${region}-MARKET_SUPERVISION`,
      regionCode: region,
    };
    const about = {
      list: 'MARKET_SERIOUS_ILLEGAL',
      subjectName: '样本',
      cause: '样本',
      basisDocument: `早文书${at}`,
    };
    const of = { sourceId: `d${at}`, regionCode: region };
    const other = composeUscc(`91${region}`, `MA00010${at}`);
    const enterprise = {
      name: '样本',
      industryCode: '3770',
      roles: [],
      address: '样本路',
      registeredOn: '2020-01-02',
    };
    const standard = {
      level: 'LEVEL_3',
      certificateNumber: '样本',
      awardedOn: daysAgo(100),
      validUntil: '2099-01-01',
    };
    return {
      // not listed, so that it has incentives
      submitEnterprises: [
        {
          ...of,
          uscc: other,
          ...enterprise,
          legalRepresentative: '样本',
          contactPhone: `canary-phone-${region}-${8_040 + at}`,
        },
      ],
      submitSafetyStandards: [{ ...of, uscc: other, ...standard }],
      submitListings: [{ sourceId: `early${at}`, uscc, ...about, ...listed }],
    };
  },
  async steps(platform, sample) {
    const { region, at, uscc, daysAgo } = sample;
    const notice = {
      noticeDocument: `告知${at}`,
      notice: '样本',
      notifiedOn: daysAgo(40),
      departmentCode: `${region}-MARKET_SUPERVISION`,
    };
    const subject = {
      list: 'MARKET_SERIOUS_ILLEGAL',
      ground: 'FOOD',
      subjectKind: 'ENTERPRISE',
      uscc,
      subjectName: '样本',
      cause: '样本',
      regionCode: region,
    };
    await take(platform, sample, 'proposeListing', 'ProposeListingInput', 'id', { ...notice, ...subject });
    const penalty = {
      penaltyDocument: `样市监罚〔2026〕${at + 1}号`,
      penaltyOn: daysAgo(20),
      penalty: 'OTHER',
    };
    const consent = {
      consentDocument: '同意',
      consentDepartment: `${region.slice(0, 2)}0000-MARKET_SUPERVISION`,
    };
    const decision = {
      listingId: `decision/告知${at}`,
      listed: true,
      document: '决',
      decidedOn: daysAgo(20),
      ...penalty,
      ...consent,
    };
    await take(platform, sample, 'decideListing', 'DecideListingInput', 'id', decision);
    await take(platform, sample, 'publishListing', 'PublishListingInput', 'id', {
      listingId: `decision/告知${at}`,
      publishedOn: daysAgo(10),
    });
    const feedback = {
      ...{
        sourceId: `d${at}`,
        listingId: `decision/告知${at}`,
        measureCode: 'M2',
        departmentCode: `${region}-MARKET_SUPERVISION`,
      },
      ...{ regionCode: region, takenOn: daysAgo(5), result: '样本' },
    };
    await send(platform, sample, 'submitMeasureFeedback', 'MeasureFeedbackInput', feedback);
    const done = { obligationsDone: true, harmRemoved: true, noFurtherPenalty: true };
    const repair = { listingId: `sample/early${at}`, appliedOn: daysAgo(9), ...done };
    const { id: repairId } = await take(platform, sample, 'applyForRepair', 'RepairInput', 'id', repair);
    for (const [verdict, days] of [
      ['ACCEPT', 8],
      ['REFUSE', 7],
    ] as const)
      await take(platform, sample, 'decideRepair', 'DecideRepairInput', 'id', {
        repairId,
        verdict,
        decidedOn: daysAgo(days),
        document: '修',
      });
    const { data } = await platform.post('{ dishonestyFeed { head } }');
    await take(platform, sample, 'acknowledgeChanges', 'AcknowledgeInput', 'name', {
      cursor: data.dishonestyFeed.head,
      name: `copy ${region}`,
    });
  },
};

/** Each step by an officer of its own: whoever submits never approves. */
/** Takes a step as an officer of market supervision there. */
export async function take(
  platform: Platform,
  { region }: Sample,
  verb: string,
  type: string,
  fields: string,
  input: object,
  subgraph = 'credit',
): Promise<Record<string, string>> {
  const scope = `write:${subgraph} decide:${subgraph}`;
  const token = await platform.tokenOf({
    subject: `sample ${verb}`,
    department: 'MARKET_SUPERVISION',
    region,
    scope,
  });
  const { data, errors } = await platform.post(
    `mutation ($input: ${type}!) { ${verb}(input: $input) { ${fields} } }`,
    {
      token,
      variables: { input },
    },
  );
  if (!data?.[verb]) throw new Error(`${verb}: ${JSON.stringify(errors)}`);
  return data[verb] as Record<string, string>;
}

async function send(
  platform: Platform,
  { region }: Sample,
  mutation: string,
  type: string,
  record: object,
): Promise<void> {
  const token = await platform.token('MARKET_SUPERVISION', region, 'write:credit');
  const query = `mutation ($records: [${type}!]!) { receipt: ${mutation}(source: "sample", records: $records) { accepted rejected { message } } }`;
  const { data, errors } = await platform.post(query, { token, variables: { records: [record] } });
  if (data?.receipt?.accepted !== 1) throw new Error(`${mutation}: ${JSON.stringify(errors ?? data)}`);
}
