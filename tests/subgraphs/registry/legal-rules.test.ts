import { subgraphs } from '../../../subgraphs';
import { legalRules, overrideRules } from '../../../subgraphs/kernel';
import { registry } from '../../../subgraphs/registry';
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

  test('the list MUST stay within the bound that its cost is counted by', () => {
    expect(legalRules().length).toBeLessThanOrEqual(400);
  });
});
