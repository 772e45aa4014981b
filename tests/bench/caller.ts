import type { Call } from '../../subgraphs/kernel';

/** An agency’s officer: sees everything that the queries ask for. */
export const benchCall: Call = {
  caller: {
    subject: 'bench',
    department: 'MARKET_SUPERVISION',
    departmentCode: '430000-MARKET_SUPERVISION',
    region: '430000',
    scopes: [],
  },
  purpose: null,
  requestId: 'bench',
  client: 'bench',
};
