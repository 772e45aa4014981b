import { parse } from 'graphql';
import { MATTER_FIGURES, callOf as ownCall, learnAll, type Figure } from '../../subgraphs/kernel';
import { itemsForScope } from '../../subgraphs/training/qualification/item.rules';
import { as, callOf } from '../support/callers';
import { startPlatform, type Platform } from '../support/platform';

const today = () => new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);
type Parts = Record<string, number>;
/** The matters of the whole country, which are counted alike wherever they are asked for, with what they are about. */
const MATTERS = `SELECT matter_code AS code, scope FROM matters.matter_version WHERE region_code = '000000' AND status = 'DECIDED'`;
/** By `matter region`: what is counted there, by figure; of a share `figure` and `figure/of`. */
type Cells = Map<string, Parts>;

const PLACES = [
  ...['equipment.equipment', 'equipment.gas_cylinder', 'quality.ccc_certificate', 'quality.spot_check'],
  ...['hazards.hazard', 'training.qualification', 'training.training_duty', 'credit.dishonesty_listing'],
].map((table) => `SELECT region_code FROM ${table}`);
const names = (list: string, of: string) => `m.scope->'${list}' ? ${of}`;
const begins = (list: string, of: string, what = 'part') =>
  `EXISTS (SELECT FROM jsonb_array_elements_text(m.scope->'${list}') AS part WHERE ${of} LIKE ${what} || '%')`;
const ofIndustry = (row: string) =>
  `(m.code = ANY(${row}.matter_codes) OR ${begins('industries', `${row}.industry_code`)})`;
/** Who is a key fire unit, the register of fire and rescue says. */
const ROLES = `array_remove(e.roles, 'FIRE_KEY_UNIT') || CASE WHEN EXISTS (
  SELECT FROM hazards.fire_key_unit AS u WHERE u.uscc = e.uscc) THEN ARRAY['FIRE_KEY_UNIT']::varchar[] ELSE '{}' END`;
const ofField = (domain: string) => `(${names('hazardDomains', domain)} AND (m.scope->'roles' = '[]'
  OR EXISTS (SELECT FROM jsonb_array_elements_text(m.scope->'roles') AS role WHERE role = ANY(${ROLES}))))`;
const ofKind = (kind: string) => begins('equipmentKinds', kind, `rtrim(part, '0')`);
const count = (condition: string, what = '*') => `(count(${what}) FILTER (WHERE ${condition}))::int`;

/** Each figure counted by a plain statement, row by row: its rows, which are a matter's, and what is counted of them. $1 is today. */
const PLAIN: [rows: string, place: string, belongs: string, counts: Parts | Record<string, string>][] = [
  [
    `(SELECT kind_code, region_code, status, CASE WHEN status NOT IN ('IN_USE', 'REGISTERED') THEN false
        WHEN last_conclusion IS NULL OR last_conclusion LIKE '%UNQUALIFIED' THEN true ELSE next_inspection_due < $1 END AS late FROM equipment.equipment
      UNION ALL SELECT kind_code, region_code, status, status = 'IN_USE' AND next_inspection_due < $1 FROM equipment.gas_cylinder) AS d`,
    'd.region_code',
    `d.status NOT IN ('SCRAPPED', 'CANCELLED') AND ${ofKind('d.kind_code')}`,
    {
      equipmentCount: count('true'),
      overdueInspections: count('late'),
      unknownInspections: count('late IS NULL'),
    },
  ],
  [
    'quality.ccc_certificate AS c',
    'c.region_code',
    names('productCategories', 'c.category_code'),
    { validCertificates: count(`c.status = 'VALID' AND c.expires_on >= $1`) },
  ],
  [
    'quality.spot_check AS s',
    's.region_code',
    `s.published_on <= $1 AND s.result IN ('QUALIFIED', 'UNQUALIFIED') AND (m.code = ANY(s.matter_codes) OR ${names('productCategories', 's.category_code')})`,
    { unqualifiedRate: count(`s.result = 'UNQUALIFIED'`), 'unqualifiedRate/of': count('true') },
  ],
  [
    `enforcement.enforcement_case AS c LEFT JOIN registry.enterprise AS e ON e.uscc = c.party_uscc
       LEFT JOIN quality.spot_check AS s ON c.origin_kind = 'SPOT_CHECK' AND s.id = c.origin_reference
       LEFT JOIN hazards.hazard AS h ON h.number = c.hazard_number
       LEFT JOIN equipment.equipment AS d ON d.code = c.equipment_code
       LEFT JOIN enforcement.penalty_decision AS p ON p.case_number = c.number AND p.withdrawn_on IS NULL`,
    'c.party_region_code',
    `(m.code = ANY(c.matter_codes || coalesce(h.matter_codes, '{}') || coalesce(s.matter_codes, '{}')) OR ${names('productCategories', 's.category_code')}
       OR ${ofKind(`coalesce(d.kind_code, '')`)} OR ${ofField(`coalesce(h.domain, 'NONE')`)}
       OR ${ofField(`CASE c.cause_code WHEN 'FIRE_FACILITIES' THEN 'FIRE' ELSE 'NONE' END`)})`,
    {
      openCases: count(`c.status IN ('FILED', 'INVESTIGATING', 'NOTIFIED', 'HEARING')`),
      finesTotal: 'coalesce(sum(p.fine), 0)::float',
    },
  ],
  [
    `hazards.hazard AS h LEFT JOIN equipment.equipment AS d ON d.code = h.equipment_code LEFT JOIN registry.enterprise AS e ON e.uscc = h.uscc`,
    'h.region_code',
    `h.grade = 'MAJOR' AND h.status NOT IN ('REPORTED', 'DISMISSED')
       AND (m.code = ANY(h.matter_codes) OR ${ofKind(`coalesce(d.kind_code, '')`)} OR ${ofField('h.domain')})`,
    {
      openMajorHazards: count(`h.status <> 'CLOSED'`),
      overdueHazards: count(`h.status <> 'CLOSED' AND h.due_on < $1`),
      onTimeRate: count(`h.status = 'CLOSED' AND h.closed_on <= h.original_due_on`),
      'onTimeRate/of': count(`h.status = 'CLOSED' OR h.original_due_on < $1`),
    },
  ],
  [
    'training.qualification AS q',
    'q.region_code',
    `(m.code = ANY(q.matter_codes) OR (SELECT CASE WHEN cardinality(i.items) > 0 THEN q.item_id = ANY(i.items) ELSE ${begins('industries', 'q.industry_code')} END
       FROM (SELECT ARRAY(SELECT jsonb_array_elements_text($2::jsonb->m.code)) AS items) AS i))`,
    { qualifiedPersonnel: count(`q.standing = 'VALID' AND q.valid_until >= $1`, 'DISTINCT q.person_id') },
  ],
  [
    `training.training_duty AS t`,
    't.region_code',
    `t.audience = 'PRINCIPAL' AND t.activity = 'TRAINING' AND t.year = extract(year FROM $1::date) AND ${ofIndustry('t')}`,
    {
      principalTrainingRate:
        count(`EXISTS (SELECT FROM training.attendance a JOIN training.training_course k ON k.id = a.course_id
        WHERE a.subject = t.subject AND (t.person_id IS NULL OR a.person_id = t.person_id) AND a.outcome IN ('ATTENDED', 'PASSED')
          AND k.audience = t.audience AND k.hours >= t.min_hours AND k.held_on BETWEEN t.from_on AND LEAST(t.counts_until, $1))`),
      'principalTrainingRate/of': count('true'),
    },
  ],
  [
    'credit.dishonesty_listing AS l',
    'l.region_code',
    `l.uscc IS NOT NULL AND l.duplicate_of IS NULL AND ${ofIndustry('l')}`,
    {
      listedEnterprises: count(`l.status = 'LISTED' AND l.expires_on >= $1`, 'DISTINCT l.uscc'),
    },
  ],
];

describe('every figure of every matter, in every division that has a record and all above it', () => {
  let platform: Platform;
  let officer: string;
  let plain: Cells;
  const scopes = new Map<string, { equipmentKinds: string[] }>();
  beforeAll(async () => {
    platform = await startPlatform('local');
    officer = await platform.token('MARKET_SUPERVISION', '430000', 'share:conditional');
    // of what the small demo has none
    await platform.sql(
      `UPDATE enforcement.enforcement_case SET matter_codes = ARRAY['ELEVATOR'], about_on = NULL,
         status = CASE WHEN number LIKE '%1号' THEN 'INVESTIGATING' ELSE status END`,
    );
    await platform.sql(`UPDATE hazards.hazard SET due_on = found_on WHERE status <> 'CLOSED'`);
    for (const name of ['hazards', 'enforcement']) {
      const subgraph = platform.subgraphs.get(name);
      if (subgraph) await learnAll(() => subgraph.open(ownCall(name)), subgraph.definition.entities);
    }
    const matters = await platform.sql<{ code: string; scope: { equipmentKinds: string[] } }>(MATTERS);
    for (const { code, scope } of matters) scopes.set(code, scope);
    plain = await countedPlainly();
  });
  afterAll(() => platform?.stop());

  async function countedPlainly(): Promise<Cells> {
    const items = Object.fromEntries(
      [...scopes].map(([code, { equipmentKinds }]) => [code, itemsForScope(equipmentKinds)]),
    );
    const cells: Cells = new Map();
    for (const [rows, place, belongs, counts] of PLAIN) {
      const figures = Object.entries(counts).map(([name, expression]) => `${expression} AS "${name}"`);
      const found = await platform.sql<Record<string, string | number>>(
        `WITH held AS (SELECT DISTINCT region_code FROM (${PLACES.join(' UNION ')} UNION SELECT party_region_code FROM enforcement.enforcement_case) AS each),
           place AS (SELECT DISTINCT rpad(left(region_code, n), greatest(6, n), '0') AS region, left(region_code, n) AS prefix
             FROM held, unnest(ARRAY[0, 2, 4, 6, 9, 12]) AS n WHERE n <= length(region_code)),
           given AS (SELECT $1::date AS today, $2::jsonb AS items)
         SELECT m.code, place.region, ${figures.join(', ')} FROM given, (${MATTERS}) AS m, place, ${rows}
         WHERE ${place} LIKE place.prefix || '%' AND ${belongs} GROUP BY 1, 2
         UNION ALL SELECT m.code, place.region, ${figures.map(() => '0').join(', ')} FROM (${MATTERS}) AS m, place`,
        [today(), JSON.stringify(items)],
      );
      for (const { code, region, ...parts } of found) {
        const cell = cells.get(`${code} ${region}`) ?? {};
        for (const [name, part] of Object.entries(parts)) cell[name] = (cell[name] ?? 0) + Number(part);
        cells.set(`${code} ${region}`, cell);
      }
    }
    return cells;
  }

  /** What the subgraphs say of all cells. */
  async function told(): Promise<Cells> {
    const cells: Cells = new Map();
    const of = [...plain.keys()].map((cell) => {
      const [matterCode = '', regionCode] = cell.split(' ');
      return { __typename: 'MatterOverview', matterCode, regionCode, scope: scopes.get(matterCode) };
    });
    for (const by of Object.keys(MATTER_FIGURES)) {
      const subgraph = platform.subgraphs.get(by);
      const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on MatterOverview { figures: ${by}Figures { name value numerator denominator missing } } } }`;
      const { data, errors } = (await subgraph?.execute(
        { document: parse(query), variables: { of } },
        subgraph.open(callOf(as.officer('MARKET_SUPERVISION', '000000'))),
      )) as { data: { _entities: { figures: Figure[] }[] }; errors?: unknown };
      expect(errors).toBeUndefined();
      data._entities.forEach(({ figures }, at) => {
        const key = `${of[at]?.matterCode} ${of[at]?.regionCode}`;
        const cell = cells.get(key) ?? {};
        for (const { name } of figures) Object.assign(cell, partsOf(name));
        cells.set(key, cell);
        function partsOf(name: string): Parts {
          const figure = figures.find((each) => each.name === name);
          const isShare = `${name}/of` in (plain.get(key) ?? {});
          const number = (isShare ? figure?.numerator : figure?.value) ?? 0;
          return { [name]: number, ...(isShare && { [`${name}/of`]: figure?.denominator ?? 0 }) };
        }
      });
    }
    return cells;
  }

  test('they MUST be what plain statements count', async () => {
    expect(plain.size).toBeGreaterThan(1_000);
    const counted = await told();
    const differing = [...plain].filter(
      ([cell, parts]) =>
        JSON.stringify(sorted(parts)) !== JSON.stringify(sorted(withoutEmpty(counted.get(cell), parts))),
    );
    expect(
      differing.map(([cell, parts]) => ({ cell, plain: parts, told: counted.get(cell) })).slice(0, 3),
    ).toEqual([]);
    const all = Object.keys(Object.assign({}, ...plain.values()) as Parts);
    const never = all.filter((name) => [...plain.values()].every((parts) => !parts[name]));
    // of these the demo has none
    expect(never).toEqual(['unknownInspections']);
  });

  test('a hundred of them MUST be what is listed behind them', async () => {
    const filled = [...plain].flatMap(([cell, parts]) =>
      Object.entries(parts).flatMap(([name, part]) =>
        part > 0 && !name.includes('/') ? [`${cell} ${name}`] : [],
      ),
    );
    const chosen = filled.sort().filter((_, at) => at % Math.ceil(filled.length / 100) === 0);
    expect(chosen.length).toBeGreaterThan(60);
    for (const cell of chosen) {
      const [matter = '', region, name] = cell.split(' ');
      const { data, errors } = await platform.post(
        `query ($matter: ID!, $region: RegionCode!) { matter(code: $matter) { overview(region: $region) { figures { name value numerator denominator records denominatorRecords } } } }`,
        { token: officer, variables: { matter, region } },
      );
      expect(errors).toBeUndefined();
      const figure = (data.matter.overview.figures as Figure[]).find((each) => each.name === name);
      const number = figure?.numerator ?? figure?.value;
      expect([cell, await listed(figure?.records ?? '')]).toEqual([cell, number]);
      if (figure?.denominatorRecords)
        expect([cell, await listed(figure.denominatorRecords)]).toEqual([cell, figure.denominator]);
    }
  });

  /** How many a query lists, page by page, or what their fines are together. */
  async function listed(query: string): Promise<number> {
    const { data, errors } = await platform.post(query, { token: officer });
    expect(errors).toBeUndefined();
    const lists = Object.values(data.matter as Record<string, Listing>);
    for (const { edges, totalCount } of lists) expect(edges).toHaveLength(Math.min(totalCount, 100));
    const fines = lists.flatMap(({ edges }) => edges.flatMap(({ node }) => node.fine ?? []));
    return fines.length > 0
      ? fines.reduce((sum, fine) => sum + Number(fine), 0)
      : lists.reduce((sum, { totalCount }) => sum + totalCount, 0);
  }
});

interface Listing {
  totalCount: number;
  edges: { node: { fine?: string } }[];
}
const sorted = (parts: Parts = {}) => Object.entries(parts).sort();
/** A share of nothing says neither part. */
const withoutEmpty = (told: Parts = {}, plain: Parts): Parts =>
  Object.fromEntries(Object.keys(plain).map((name) => [name, told[name] ?? 0]));
