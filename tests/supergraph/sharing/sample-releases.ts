import type { Platform } from '../../support/platform';
import { HERE, answers } from './given';
import type { SamplePart } from './sample';

const DOCUMENTS = {
  document: '样本〔2026〕1号',
  secrecyReview: '样本密审〔2026〕1号',
  reviewedBy: 'reviewer',
};

/** What the owners have released of the answers about many at once, as the matrix asks for them. */
export const releasesSample: SamplePart = {
  records: () => ({}),
  async steps(platform) {
    const committee = ['SAFETY_COMMITTEE', '430000', 'enforcement'] as const;
    const around = { region: '430000' };
    await release(platform, committee, 'Ranking', { ...around, quarter: answers.get('quarter') });
    await release(platform, committee, 'Circular', { ...around, month: answers.get('month') });
    const market = ['MARKET_SUPERVISION', HERE, 'quality'] as const;
    await release(platform, market, 'UnqualifiedRates', { region: HERE, by: 'PRODUCT' });
  },
};

async function release(
  platform: Platform,
  [department, region, subgraph]: readonly ['SAFETY_COMMITTEE' | 'MARKET_SUPERVISION', string, string],
  name: string,
  asked: object,
): Promise<void> {
  const token = await platform.token(department, region, `decide:${subgraph}`);
  const { errors } = await platform.post(
    `mutation ($input: Release${name}Input!) { release${name}(input: $input) { asOf } }`,
    { token, variables: { input: { ...asked, ...DOCUMENTS } } },
  );
  if (errors) throw new Error(`release${name}: ${JSON.stringify(errors)}`);
}
