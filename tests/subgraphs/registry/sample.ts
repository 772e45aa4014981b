import { composeUscc } from '../../../subgraphs/kernel';
import { registry } from '../../../subgraphs/registry';
import { as } from '../../support/callers';
import { testBed } from '../../support/test-bed';

/** May submit in the whole country, and in 湖南 only. */
export const nation = as.officer('MARKET_SUPERVISION', '000000', 'write:registry');
export const hunan = as.officer('MARKET_SUPERVISION', '430000', 'write:registry');
export const fire = as.officer('FIRE_RESCUE', '430682');

/** The source that the tests configure as the registration authority. */
export const AUTHORITY = 'registration-authority';

/** The code of the enterprise with this number. */
export function usccOf(number: number): string {
  return composeUscc('91430682', `MA${String(number).padStart(6, '0')}`);
}

/** Its last check digit is wrong, the rest is a code. */
export const FLAGGED = '91430682MA4L16JQ91';

export const make = {
  enterprise: (number: number, changes: object = {}) => ({
    sourceId: `e${number}`,
    uscc: usccOf(number),
    name: `临湘市第${number}号公司`,
    regionCode: '430682',
    ...changes,
  }),
  licence: (number: number, changes: object = {}) => ({
    sourceId: `p${number}`,
    uscc: usccOf(number),
    name: '危险化学品经营许可证',
    number: `湘岳危化经字〔2026〕${number}号`,
    ...changes,
  }),
};

/** The registry; an officer of the whole country submits, to credit nobody is barred, and these are key fire units. */
export const registryBed = (...fireKeyUnitCodes: string[]) =>
  testBed(registry, {
    officer: nation,
    says: {
      Enterprise: { creditFile: { principalBarred: false }, fireUnit: null },
      Region: { fireKeyUnitCodes },
    },
  });

/** The items of a page by their codes. */
export function codesIn(connection: { edges: { node: { uscc: string } }[] }): string[] {
  return connection.edges.map(({ node }) => node.uscc);
}
