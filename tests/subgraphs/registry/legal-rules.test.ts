import { subgraphs } from '../../../subgraphs';
import { legalRules, overrideRules } from '../../../subgraphs/kernel';
import { registry } from '../../../subgraphs/registry';
import { recordCorrections } from '../../../subgraphs/registry/rule';
import { as, callOf } from '../../support/callers';
import { testBed } from '../../support/test-bed';

const bed = testBed(registry);
const FIELDS =
  'version id name from to value unit source article verified corrected original { value source verified }';
const asked = async (conditions = '') =>
  (await bed.run(`{ rules: legalRules${conditions} { ${FIELDS} } }`)).data.rules as Record<string, unknown>[];

describe('the numbers of the law', () => {
  test('anyone MUST see all of them, of every subgraph, each version once, with its source', async () => {
    const rules = await asked();
    expect(rules).toHaveLength(legalRules().length);
    expect(new Set(rules.map(({ version }) => version)).size).toBe(rules.length);
    const known = new Set(subgraphs.map(({ name }) => name));
    expect(rules.filter(({ id }) => !known.has(String(id).split('.')[0] ?? ''))).toEqual([]);
    expect(
      rules.filter(({ source, name }) => !source || !/\p{Script=Han}.*\. [A-Z]/u.test(String(name))),
    ).toEqual([]);
  });

  test('one MUST be told with the day from which it holds, its article and whether its text was seen', async () => {
    expect(await asked('(id: "enforcement.delivery")')).toEqual([
      {
        version: 'enforcement.delivery@2021-07-15',
        id: 'enforcement.delivery',
        name: '处罚决定书送达的期限. Within how long a decision is delivered.',
        from: '2021-07-15',
        to: null,
        value: '7',
        unit: 'working days',
        source: '《行政处罚法》（2021-07-15 起施行）第六十一条',
        article: '第六十一条',
        verified: true,
        corrected: false,
        original: null,
      },
    ]);
    expect(await asked('(id: "credit.none")')).toEqual([]);
  });

  test('of several versions those of a day MUST be found, each with the department that it binds', async () => {
    const on = async (day: string) =>
      (await asked(`(id: "credit.repair.decide", on: "${day}")`)).map(({ value }) => value);
    expect([await on('2021-08-31'), await on('2025-12-24'), await on('2025-12-25')]).toEqual([
      [],
      ['15', '15'],
      ['15', '7'],
    ]);
  });

  test('those whose text was seen and those whose was not MUST together be all', async () => {
    const [seen, unseen] = [await asked('(verified: true)'), await asked('(verified: false)')];
    expect(seen.every(({ verified }) => verified === true)).toBe(true);
    expect(unseen.length).toBeGreaterThan(0);
    expect(seen.length + unseen.length).toBe(legalRules().length);
  });

  test('another subgraph MUST reach a version by its name, and one that is not there MUST be null', async () => {
    const reach = (version: string) =>
      bed.run(`query ($of: [_Any!]!) { _entities(representations: $of) { ... on LegalRule { id value } } }`, {
        variables: { of: [{ __typename: 'LegalRule', version }] },
      });
    expect((await reach('enforcement.payment@2021-07-15')).data._entities).toEqual([
      { id: 'enforcement.payment', value: '15' },
    ]);
    expect((await reach('enforcement.payment@1999-01-01')).data._entities).toEqual([null]);
  });

  test('what an operator has put right MUST stand beside what the product says', async () => {
    const id = 'enforcement.draw.publish';
    const row = {
      id,
      from: '2015-01-01',
      to: null,
      value: 10,
      unit: 'days',
      source: '省级细则第五条',
    } as const;
    overrideRules([{ ...row, verified: true }]);
    const [rule] = await asked(`(id: "${id}")`);
    overrideRules([]);
    expect(rule).toMatchObject({
      value: '10',
      unit: 'days',
      article: '第五条',
      verified: true,
      corrected: true,
      original: { value: '20', verified: false },
    });
  });

  test('a correction MUST be put on record once, with the digests before and after and its source, and again when it changes or ends', async () => {
    const row = { id: 'enforcement.draw.publish', from: '2015-01-01', to: null, unit: 'days' } as const;
    const started = async (value: number | null, department?: 'FIRE_RESCUE') => {
      const own = { ...row, value: value ?? 0, verified: true, source: '省级细则第五条' };
      overrideRules(value === null ? [] : [{ ...own, ...(department && { department }) }]);
      await recordCorrections(bed.subgraph.open(callOf(as.public)));
      const entries = await bed.subgraph.db.read<{ record: string }>(
        'SELECT record FROM journal ORDER BY at',
        [],
      );
      return entries
        .map(({ record }) => JSON.parse(record))
        .filter(({ event }) => /^legalRule/.test(String(event)));
    };
    const [first, again] = [await started(10), await started(10)];
    expect(again).toEqual(first);
    const version = 'enforcement.draw.publish@2015-01-01';
    const digest = expect.stringMatching(/^[0-9a-f]{16}$/);
    expect(first).toMatchObject([
      {
        event: 'legalRule.corrected',
        outcome: 'corrected',
        subjects: [{ type: 'LegalRule', key: version }],
        details: {
          shipped: { value: 20, unit: 'working days', digest },
          after: { value: 10, unit: 'days', source: '省级细则第五条', digest },
        },
      },
    ]);
    const [{ details }] = first;
    expect(details.recorded).toBe(details.shipped.digest);
    const changed = (await started(11)).at(-1);
    expect(changed.details).toMatchObject({ recorded: details.after.digest, after: { value: 11 } });
    const added = (await started(12, 'FIRE_RESCUE')).slice(-2);
    expect(added).toMatchObject([
      { outcome: 'added', subjects: [{ key: 'enforcement.draw.publish:FIRE_RESCUE@2015-01-01' }] },
      { event: 'legalRule.correctionEnded', details: { recorded: changed.details.after.digest } },
    ]);
    const ended = await started(null);
    expect(ended).toHaveLength(5);
    expect(await started(null)).toEqual(ended);
  });

  test('the list MUST stay within the bound that its cost is counted by', () => {
    expect(legalRules().length).toBeLessThanOrEqual(400);
  });
});
