import { defineLine, type Feed } from '../../kernel';
import { DishonestyList, SubjectKind } from '../listing/listing.terms';

/** What `listing_line` of the database makes of a listing. */
export const listingLine = defineLine({
  feed: 'dishonesty',
  version: 1,
  title: '失信名单列入记录. A listing of the dishonesty lists',
  fields: {
    id: { says: '列入记录编号. The id of the listing.' },
    list: { says: '名单. The list that it is on.', of: DishonestyList },
    subjectKind: { says: '主体类型. Whether an enterprise or a natural person is listed.', of: SubjectKind },
    uscc: {
      says: '统一社会信用代码；自然人为空. The code of the enterprise; null for a person.',
      optional: true,
    },
    subjectName: {
      says: '主体名称；自然人以 张** 显示. The name of the subject; a person’s is masked.',
    },
    cause: { says: '列入事由. What the subject did to be listed; a person’s name in it is masked.' },
    basisDocument: { says: '列入依据文书号. The document that the listing rests on.' },
    departmentCode: { says: '决定部门代码. The code of the department that decided.' },
    regionCode: { says: '区划代码. The code of the division.' },
    industryCode: { says: '行业代码. The code of the industry.', optional: true },
    decidedOn: { says: '决定日期. The day of the decision.', type: 'date' },
    listedOn: { says: '列入日期. The day on which it came on the list.', type: 'date', optional: true },
    expiresOn: { says: '管理期届满日. The last day on the list, unless it is removed before.', type: 'date' },
    earliestRemovalOn: {
      says: '可申请提前移出之日. The first day on which early removal may be asked for.',
      type: 'date',
      optional: true,
    },
    measures: { says: '联合惩戒措施. The measures taken, by their names.', type: 'texts' },
    matterCodes: { says: '涉及的一件事代码. The codes of the matters that it belongs to.', type: 'texts' },
    synthetic: { says: '是否合成数据. Whether it is made up for demonstration.', type: 'flag' },
  },
});

/** In tables of its own, which were there before those that every subgraph has. */
export const dishonesty: Feed = {
  line: listingLine,
  tables: {
    head: 'dishonesty_feed',
    changes:
      '(SELECT sequence, kind, at, listing_id AS record_id, list, uscc, reason, expired_on FROM dishonesty_change)',
    published: '(SELECT listing_id AS record_id, bucket, expires_on, listed_at FROM published_listing)',
    rows: 'bucket_row',
    line: 'SELECT listing_line(listing) AS line FROM dishonesty_listing AS listing WHERE listing.id = known.record_id',
    turn: 'expire_listings(',
    isDue: (day) => `(SELECT min(expires_on) < ${day} FROM published_listing)`,
    mark: 'change_mark(',
  },
};
