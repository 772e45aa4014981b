import { createHash } from 'node:crypto';
import { composeUscc } from '../../../subgraphs/kernel';
import { as } from '../../support/callers';
import { TODAY, fieldworkBed, fire, market, marketElsewhere } from './inspection-sample';

const FIELDS = `id kind title seedDigest drawnOn seed pool poolDigest count algorithm algorithmVersion result verified
  department { code } region { code }`;
const ANNOUNCE = `mutation ($input: AnnounceSeedInput!) { draw: announceSeed(input: $input) { ${FIELDS} } }`;
const DRAW = `mutation ($input: CreateDrawInput!) { draw: createDraw(input: $input) { ${FIELDS} } }`;
const OF = `query ($id: ID!) { drawOf(id: $id) { ${FIELDS} } }`;
const CHECK = `mutation ($input: RecordDrawCheckInput!) { recordDrawCheck(input: $input) { id publishBy publishedOn publicationOverdue } }`;
const PUBLISH =
  'mutation ($id: ID!) { publishDrawChecks(id: $id) { checks { edges { node { publishedOn } } } } }';
const CHECKS =
  'query ($region: RegionCode) { drawChecks(region: $region) { totalCount edges { node { id outcome enterprise { uscc } publicationOverdue } } } }';

const SEED = '2026年第二季度 双随机抽查 7f3a';
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const POOL = Array.from({ length: 20 }, (_, at) =>
  composeUscc('91430682', `MA4D0${String(at).padStart(3, '0')}`),
);
const plan = { title: '特种设备双随机抽查', kind: 'OBJECTS', regionCode: '430682', seedDigest: sha256(SEED) };

const bed = fieldworkBed({ Enterprise: POOL, Laboratory: ['LAB-3'], Inspector: ['test/1', 'test/2'] });

describe('draws', () => {
  beforeEach(async () => {
    await bed.empty();
    bed.now(`${TODAY}T04:00:00Z`);
  });

  const announce = (changes: object = {}, caller = market) =>
    bed.run(ANNOUNCE, { caller, variables: { input: { ...plan, ...changes } } });
  const announced = async (changes: object = {}): Promise<string> => (await announce(changes)).data.draw.id;
  const draw = async (id: string, changes: object = {}, caller = market) =>
    bed.run(DRAW, {
      caller,
      variables: { input: { id, kind: 'OBJECTS', pool: POOL, count: 5, seed: SEED, ...changes } },
    });
  const drawOf = async (id: string) => (await bed.run(OF, { caller: fire, variables: { id } })).data.drawOf;

  test('anyone MUST be able to do the draw again with nothing but what is shown and SHA-256', async () => {
    const answer = await announce();
    expect(answer).toSucceed();
    const { id } = answer.data.draw;
    expect(await drawOf(id)).toMatchObject({
      seedDigest: sha256(SEED),
      seed: null,
      pool: [],
      result: [],
      drawnOn: null,
      verified: null,
    });
    expect(await draw(id, { pool: [...POOL].reverse() })).toSucceed();
    const shown = await drawOf(id);
    expect(shown).toMatchObject({
      drawnOn: TODAY,
      count: 5,
      algorithm: 'onematter.sha256-order',
      algorithmVersion: 1,
      verified: true,
    });
    expect(shown.department.code).toBe('430600-MARKET_SUPERVISION');
    expect(sha256(shown.seed)).toBe(shown.seedDigest);
    expect(sha256([...shown.pool].sort().join('\n'))).toBe(shown.poolDigest);
    const places = shown.pool.map((item: string) => [sha256(`${shown.seed}\n${item}`), item]).sort();
    expect(shown.result).toEqual(places.slice(0, 5).map(([, item]: [string, string]) => item));
  });

  test('a result, pool or seed that was changed afterwards MUST NOT be verified', async () => {
    const id = await announced();
    const drawn = (await draw(id)).data.draw;
    const others = drawn.pool.filter((item: string) => !drawn.result.includes(item));
    for (const [column, value] of [
      ['result', [...drawn.result.slice(1), others[0]]],
      ['result', [...drawn.result].reverse()],
      ['pool', drawn.pool.slice(1)],
      ['seed', `${SEED}x`],
    ]) {
      const before = (
        await bed.subgraph.db.read<Record<string, unknown>>(
          `SELECT ${column} AS value FROM draw WHERE id = $1`,
          [id],
        )
      )[0]?.value;
      await bed.subgraph.db.read(`UPDATE draw SET ${column} = $2 WHERE id = $1`, [id, value]);
      expect([column, (await drawOf(id)).verified]).toEqual([column, false]);
      await bed.subgraph.db.read(`UPDATE draw SET ${column} = $2 WHERE id = $1`, [id, before]);
    }
    expect((await drawOf(id)).verified).toBe(true);
  });

  test('another seed than the announced one MUST be refused without repeating it, and nothing drawn', async () => {
    const id = await announced();
    const answer = await draw(id, { seed: '别的种子，但是足够长的一个种子 2026' });
    expect(answer).toFailWith('DRAW_SEED_MISMATCH');
    expect(JSON.stringify(answer)).not.toContain('别的种子');
    expect(await draw(id, { seed: 'short' })).toFailWith('TEXT_TOO_SHORT');
    expect(await drawOf(id)).toMatchObject({ drawnOn: null, seed: null });
  });

  test('a seed MUST be announced once, also of several at once, and be listed once', async () => {
    const answers = await Promise.all([
      announce(),
      announce({ title: '又一次' }),
      announce({ kind: 'INSPECTORS' }),
    ]);
    expect(answers.map(({ errors }) => errors?.[0]?.extensions?.code).filter(Boolean)).toEqual([
      'RECORD_DUPLICATE',
      'RECORD_DUPLICATE',
    ]);
    expect(await announce({ seedDigest: sha256('另一个种子') })).toSucceed();
    await bed.rows(`INSERT INTO draw SELECT (json_populate_record(one, json_build_object('id', 'old', 'duplicate_of', id))).*
      FROM draw AS one WHERE seed_digest = '${sha256(SEED)}'`);
    const { data } = await bed.run('{ draws { totalCount } }', { caller: fire });
    expect(data.draws.totalCount).toBe(2);
  });

  test('a draw MUST NOT be repeated, nor be made of another pool later', async () => {
    const id = await announced();
    const first = (await draw(id)).data.draw.result;
    expect(await draw(id, { pool: POOL.slice(3) })).toFailWith('DRAW_DONE');
    expect((await drawOf(id)).result).toEqual(first);
  });

  test('two draws at once MUST leave one result', async () => {
    const id = await announced();
    const answers = await Promise.all([draw(id), draw(id, { pool: POOL.slice(2) })]);
    expect(answers.filter(({ errors }) => errors)).toHaveLength(1);
    expect((await drawOf(id)).verified).toBe(true);
  });

  test('a pool, a count or a kind that cannot be MUST be refused by code', async () => {
    const id = await announced();
    expect(await draw(id, { pool: [...POOL, POOL[0]] })).toFailWith('DRAW_POOL_INVALID');
    expect(await draw(id, { pool: [] })).toFailWith('DRAW_POOL_INVALID');
    expect(await draw(id, { pool: ['91430682MA4L16JQ91'] })).toFailWith('USCC_INVALID');
    expect(await draw(id, { count: 21 })).toFailWith('DRAW_COUNT_INVALID');
    expect(await draw(id, { count: 0 })).toFailWith('NUMBER_INVALID');
    expect(await draw(id, { kind: 'INSPECTORS' })).toFailWith('FIELD_INVALID');
    expect(await draw(id, { count: 20 })).toSucceed();
  });

  test('whoever is not on record MUST NOT be in a pool', async () => {
    const id = await announced();
    expect(await draw(id, { pool: [...POOL, '91430682MA4L16JQ90'] })).toFailWith('REFERENCE_UNKNOWN');
    await bed.empty();
    const other = await announced({ kind: 'INSPECTORS' });
    for (const unknown of ['LAB-NOT-THERE', 'test/not-there', POOL[0]]) {
      const drawing = { kind: 'INSPECTORS', pool: ['test/1', unknown], count: 1 };
      expect(await draw(other, drawing)).toFailWith('REFERENCE_UNKNOWN');
    }
    expect(await drawOf(other)).toMatchObject({ drawnOn: null, pool: [] });
  });

  test('inspectors and laboratories MUST be drawn by what they go by', async () => {
    const id = await announced({ kind: 'INSPECTORS' });
    const { data } = await draw(id, {
      kind: 'INSPECTORS',
      pool: ['test/1', 'test/2', 'LAB-3'],
      count: 2,
    });
    expect(data.draw).toMatchObject({ kind: 'INSPECTORS', verified: true });
    expect(data.draw.result).toHaveLength(2);
  });

  test('only who may decide in the region MUST announce and draw', async () => {
    expect(await announce({}, marketElsewhere)).toFailWith('OUTSIDE_REGION');
    expect(await announce({}, { ...market, scopes: ['write:enforcement'] })).toFailWith('SCOPE_MISSING');
    expect(await announce({ seedDigest: 'abc' })).toFailWith('FIELD_INVALID');
    const id = await announced();
    expect(await draw(id, {}, marketElsewhere)).toFailWith('OUTSIDE_REGION');
    expect(await draw('nothing')).toFailWith('NOT_FOUND');
    expect(await bed.run(OF, { caller: as.public, variables: { id } })).toFailWith('SHARING_DENIED');
  });

  test('the result of a check MUST be for agencies at first, and for anyone from its publication on', async () => {
    const id = await announced({ regionCode: '430600' });
    const [first, second] = (await draw(id)).data.draw.result;
    const check = (uscc: string, changes: object = {}) =>
      bed.run(CHECK, {
        caller: market,
        variables: { input: { drawId: id, uscc, checkedOn: TODAY, outcome: 'NO_PROBLEM', ...changes } },
      });
    const seen = async (caller = as.public) =>
      (await bed.run(CHECKS, { caller, variables: { region: '430600' } })).data.drawChecks;
    expect((await check(first)).data.recordDrawCheck).toMatchObject({
      publishBy: '2026-07-14',
      publishedOn: null,
      publicationOverdue: false,
    });
    expect(await check(first, { outcome: 'CASE_OPENED' })).toFailWith('NUMBER_TAKEN');
    expect(await check(second, { checkedOn: '2026-06-14' })).toFailWith('DATE_OUT_OF_RANGE');
    expect(await check(second, { checkedOn: '2026-06-16' })).toFailWith('DATE_OUT_OF_RANGE');
    expect((await seen()).totalCount).toBe(0);
    expect((await seen(fire)).totalCount).toBeGreaterThan(0);
    bed.now('2026-07-14T15:59:59Z');
    expect((await seen(fire)).edges[0].node.publicationOverdue).toBe(false);
    bed.now('2026-07-14T16:00:00Z');
    expect((await seen(fire)).edges[0].node.publicationOverdue).toBe(true);
    expect(await bed.run(PUBLISH, { caller: market, variables: { id } })).toSucceed();
    expect(
      (await seen()).edges.map(
        ({ node }: { node: { enterprise: { uscc: string } } }) => node.enterprise.uscc,
      ),
    ).toContain(first);
    expect(await bed.run(PUBLISH, { caller: market, variables: { id } })).toFailWith('NOT_FOUND');
  });

  test('a check of what was not drawn MUST be refused', async () => {
    const id = await announced();
    const { result } = (await draw(id)).data.draw;
    const other = POOL.find((item) => !result.includes(item));
    const input = { drawId: id, uscc: other, checkedOn: TODAY, outcome: 'NO_PROBLEM' };
    expect(await bed.run(CHECK, { caller: market, variables: { input } })).toFailWith('DRAW_ITEM_NOT_DRAWN');
  });

  test('a page MUST take one statement, with the results of all its draws one more', async () => {
    await draw(await announced());
    const page =
      '{ draws(filter: { drawn: true }) { edges { node { id verified checks { edges { node { id } } } } } } }';
    expect(await bed.statementsOf(() => bed.run(page, { caller: market }))).toHaveLength(2);
  });
});
