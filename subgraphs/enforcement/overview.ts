import sql, { empty, raw, type Sql } from 'sql-template-tag';
import {
  aboutMatter,
  anyReported,
  countedAhead,
  defineLoader,
  figuresOf,
  matterList,
  oneOf,
  regionRange,
  vocabulary,
  type Found,
  type RequestContext,
} from '../kernel';
import { EnforcementCase } from './case/case';
import { OPEN } from './case/case-clock.rules';
import { casesAhead, visible as visibleCases } from './case/case.lists';
import { Matter, MatterOverview } from './others';
import { PenaltyDecision } from './penalty/penalty-decision';
import { visible as visiblePenalties } from './penalty/penalty.lists';

const CountedCases = vocabulary('CountedCases', '所计案件. The cases that a figure counts.', {
  OPEN: '在办. Filed and not yet decided.',
});
const CountedPenalties = vocabulary('CountedPenalties', '所计处罚决定. The decisions that a figure counts.', {
  IN_FORCE: '有效罚款. With a fine, and not withdrawn.',
});
const IS_OPEN = sql`status = ANY(${OPEN}::varchar[])`;
const IS_FILED = sql`status <> ALL(ARRAY['LEAD', 'NOT_FILED'])`;
const IN_FORCE = sql`withdrawn_on IS NULL AND fine IS NOT NULL`;

/** Figures of all overviews of an operation in one statement; what is not filed is told of to nobody. They are of cases of parties in the subtree, by what they are about. */
function statement(counted: Sql, asked: readonly string[]): Sql {
  return sql`
    SELECT nth::int, ${counted} AS counted,
      ${anyReported(EnforcementCase, IS_FILED, 'party_region_code')} AS reported
    FROM ROWS FROM (json_to_recordset(${`[${asked.join(',')}]`}) AS (matter varchar[], first varchar, beyond varchar))
      WITH ORDINALITY AS overview (matter, first, beyond, nth)`;
}

const ofCases = (figure: Sql, from: Sql, condition: Sql) => sql`(
  SELECT ${figure} FROM enforcement_case AS one ${from}
  WHERE about && matter AND one.party_region_code >= first AND one.party_region_code < beyond AND ${condition})`;

function figure(counted: Sql) {
  const loader = defineLoader<Found & { asked: string }>(
    async ({ db }, asked) => {
      const rows = await db.query<Found & { nth: number }>(statement(counted, asked));
      return rows.map((row) => ({ ...row, asked: asked[row.nth - 1] ?? '' }));
    },
    ({ asked }) => asked,
  );
  return async (
    context: RequestContext,
    { matterCode, regionCode, scope }: MatterOverview,
  ): Promise<Found> => {
    const { from, to } = regionRange(regionCode);
    const asked = JSON.stringify({ matter: aboutMatter(matterCode, scope), first: from, beyond: to });
    return (await loader(context).load(asked)) ?? { counted: 0, reported: false };
  };
}

const ahead = (what: keyof typeof casesAhead.counts) =>
  countedAhead(casesAhead, what, raw('first'), raw('matter'));
const openCases = figure(sql`${ahead('OPEN')}::int`);
/** Of all decisions that stand, public or not: a sum names nobody. */
const finesTotal = figure(sql`${ahead('FINES')}::numeric(17,2)::text`);
const WITH_PENALTY = sql`JOIN penalty_decision ON case_number = number`;
/** Of how many parties they are: a number that is of one party names it. */
const PARTIES = sql`count(DISTINCT coalesce(one.party_uscc, one.number))::int`;
const partiesOfOpen = figure(ofCases(PARTIES, empty, IS_OPEN));
const partiesFined = figure(ofCases(PARTIES, WITH_PENALTY, IN_FORCE));

const SCOPE = 'scope { equipmentKinds productCategories hazardDomains roles }';
type OfMatter = Pick<InstanceType<typeof Matter>, 'code' | 'scope'>;
const isAbout = ({ code, scope }: OfMatter) => sql`about && ${aboutMatter(code, scope ?? {})}::varchar[]`;

const casesOfMatter = matterList(Matter, EnforcementCase, {
  name: 'cases',
  level: 'UNCONDITIONAL',
  says: '本事项的案件，按所涉内容归入、当事人所在地计. The cases that belong to it, by what they are about, in the division of the party.',
  requires: SCOPE,
  order: ['partyRegionCode', 'number'],
  place: 'partyRegionCode',
  of: (matter, context) => sql`${visibleCases(context)} AND ${isAbout(matter)}`,
  set: oneOf(CountedCases),
  counted: () => IS_OPEN,
});
const penaltiesOfMatter = matterList(Matter, PenaltyDecision, {
  name: 'penalties',
  level: 'PUBLIC',
  says: '本事项的处罚决定，随案件归入；公众仅见公示中的. The decisions in its cases, in the division of the party; the public sees those that are public.',
  requires: SCOPE,
  order: ['partyRegionCode', 'documentNumber'],
  place: 'partyRegionCode',
  of: (matter, context) =>
    sql`${visiblePenalties(context)} AND EXISTS (SELECT FROM enforcement_case WHERE number = case_number AND ${isAbout(matter)})`,
  set: oneOf(CountedPenalties),
  counted: () => IN_FORCE,
});

const inScope = ({ scope }: MatterOverview) =>
  scope.equipmentKinds.length + scope.productCategories.length + scope.hazardDomains.length > 0;

const figures = figuresOf(MatterOverview, 'enforcement', SCOPE, {
  openCases: {
    find: openCases,
    subjects: partiesOfOpen,
    inScope,
    records: [{ list: 'cases', counted: 'OPEN', item: 'number' }],
  },
  finesTotal: {
    as: 'yuan',
    find: finesTotal,
    subjects: partiesFined,
    inScope,
    records: [{ list: 'penalties', counted: 'IN_FORCE', item: 'documentNumber fine' }],
  },
});
export const overviewFields = [...figures, casesOfMatter, penaltiesOfMatter];
