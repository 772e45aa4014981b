import { DepartmentKind, asked, oneOf, releasable, text } from '../../kernel';
import { circular } from './circular';
import { enforcementRanking } from './ranking.lists';

/** A ranking of one kind of department is for that kind to release, and one of all for the committee. */
export const rankingRelease = releasable({
  query: 'enforcementRanking',
  type: 'EnforcementRank',
  name: 'Ranking',
  term: { zh: '监管执法季度排名', en: 'quarterly ranking' },
  fields: {
    quarter: asked(text(7), '季度，如 2026-Q3. The quarter that is ranked, as 2026-Q3.'),
    department: asked(
      oneOf(DepartmentKind),
      '部门类别；不填为各部门合计. The kind of department that is ranked, by default all.',
      { optional: true },
    ),
  },
  ofParts: true,
  subgraph: 'enforcement',
  ownerOf: ({ department }) => department ?? 'SAFETY_COMMITTEE',
  work: (context, { region, quarter, department }) =>
    enforcementRanking(context, region, quarter, department),
});

export const circularRelease = releasable({
  query: 'enforcementCircular',
  type: 'EnforcementCircular',
  name: 'Circular',
  term: { zh: '打非治违月通报', en: 'monthly circular' },
  fields: { month: asked(text(7), '月份 YYYY-MM. The month that is reported on.') },
  subgraph: 'enforcement',
  ownerOf: () => 'SAFETY_COMMITTEE',
  work: (context, { region, month }) => circular(context, region, month),
});
