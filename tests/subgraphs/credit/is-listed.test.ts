import { as } from '../../support/callers';
import { OTHER_USCC, USCC, creditBed, everyState, make, market } from './sample';

const IS_LISTED = 'query ($uscc: Uscc!) { isListed(uscc: $uscc) }';

const bed = creditBed();

describe('isListed', () => {
  beforeEach(() => bed.empty());

  const isListed = async (uscc = USCC, caller = as.public) =>
    (await bed.run(IS_LISTED, { caller, variables: { uscc } })).data.isListed;

  test('MUST be true for who is on a list, to anyone', async () => {
    await bed.submit('submitListings', [make.listing()]);
    expect(await isListed()).toBe(true);
    expect(await isListed(OTHER_USCC)).toBe(false);
  });

  test('MUST be false for notices, removals, expiry and annulment, even to who may see them', async () => {
    await bed.submit(
      'submitListings',
      everyState.filter(({ sourceId }) => sourceId !== 'LISTED'),
    );
    expect(await isListed()).toBe(false);
    expect(await isListed(USCC, market)).toBe(false);
  });

  test('MUST turn false on the day after the last day', async () => {
    await bed.submit('submitListings', [make.listing()]);
    bed.now('2029-01-15T15:59:59Z');
    expect(await isListed()).toBe(true);
    bed.now('2029-01-15T16:00:00Z');
    expect(await isListed()).toBe(false);
  });

  test('a wrong code MUST be refused', async () => {
    expect(await bed.run(IS_LISTED, { variables: { uscc: '91430682MA4L16JQ91' } })).toFailWith(
      'USCC_INVALID',
    );
  });

  test('many codes in one operation MUST take one statement', async () => {
    const query = `{ a: isListed(uscc: "${USCC}") b: isListed(uscc: "${OTHER_USCC}") c: isListed(uscc: "${USCC}") }`;
    expect(await bed.statementsOf(() => bed.run(query))).toHaveLength(1);
  });
});
