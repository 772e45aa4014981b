import { submissionOf } from '../../kernel';
import { checkCategory } from './catalogue.rules';
import { CccCategory, CccCategoryInput } from './ccc-category';

/** 目录动态管理: market supervision for the whole country keeps the catalogue, and replaces what reference files say. */
export const cccCategorySubmission = submissionOf(CccCategory, CccCategoryInput, {
  kind: 'ccc-categories',
  term: { zh: '强制性产品认证目录类别', en: 'CCC category' },
  key: 'id',
  isAuthority: ({ caller }) => caller.department === 'MARKET_SUPERVISION',
  row(record, { caller }) {
    checkCategory(record, caller.department);
    return {
      id: `${record.code}/${record.mandatoryFrom ?? ''}`,
      code: record.code,
      officialCode: record.code,
      highConcern: record.highConcern === 'YES',
      knownFrom: record.mandatoryFrom === null ? record.announcedOn : null,
      verified: true,
    };
  },
});
