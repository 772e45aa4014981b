import type { Caller, Submission } from '../../kernel';
import { checkCategory } from './catalogue.rules';
import { CccCategoryInput } from './catalogue.inputs';
import { CccCategory } from './ccc-category';

/** 目录动态管理: market supervision for the whole country keeps the catalogue, and replaces what reference files say. */
export const cccCategorySubmission: Submission<CccCategoryInput, CccCategory, Caller> = {
  kind: 'ccc-categories',
  term: { zh: '强制性产品认证目录类别', en: 'CCC category' },
  mutation: 'submitCccCategories',
  subgraph: 'quality',
  input: CccCategoryInput,
  entity: CccCategory,
  key: 'id',
  isAuthority: ({ caller }) => caller.department === 'MARKET_SUPERVISION',
  prepare: async ({ caller }) => caller,
  toRow({ sourceId: _, revision: __, highConcern, ...record }, { department }) {
    checkCategory(record, department);
    return {
      ...record,
      id: `${record.code}/${record.mandatoryFrom ?? ''}`,
      officialCode: record.code,
      highConcern: highConcern === 'YES',
      knownFrom: record.mandatoryFrom === null ? record.announcedOn : null,
      verified: true,
    };
  },
};
