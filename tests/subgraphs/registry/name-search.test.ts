import fc from 'fast-check';
import { Client } from 'pg';
import { searchKey } from '../../../subgraphs/kernel';
import { codesIn, make, registryBed, usccOf } from './sample';

const SEARCH = `query ($nameContains: String!) { enterprises(filter: { nameContains: $nameContains }) {
  edges { node { uscc name } } } }`;
const NAMES = [
  '临湘市（合成）阿里·买买提清真食品店',
  '湖南ＡＢＣ电动车有限公司（第２分店）',
  '许昌 K&B 叉车租赁公司',
];
const bed = registryBed();

describe('a search for a name', () => {
  beforeAll(() =>
    bed.put('submitEnterprises', ...NAMES.map((name, at) => make.enterprise(at + 1, { name }))),
  );

  const found = async (nameContains: string) =>
    codesIn((await bed.run(SEARCH, { variables: { nameContains } })).data.enterprises);

  test.each<[string, number]>([
    ['(合成)', 1],
    ['（合成）', 1],
    ['【合成】', 1],
    ['﹙合成﹚', 1],
    [' 临湘市　(合成) ', 1],
    ['临湘市(合', 1],
    ...'·・•‧∙⋅･⸱.'.split('').map((dot): [string, number] => [`阿里${dot}买买提`, 1]),
    ['abc电动车', 2],
    ['ＡＢＣ', 2],
    ['公司(第2分店)', 2],
    ['许昌k&b叉车', 3],
    ['K＆B　叉车', 3],
  ])('MUST find it whatever its width, brackets, spaces and dots: %s', async (asked, at) => {
    expect(await found(asked)).toEqual([usccOf(at)]);
  });

  test('MUST NOT find what differs in more', async () => {
    for (const asked of ['合成(', '阿里买买提', 'ABD电动车', '第3分店'])
      expect(await found(asked)).toEqual([]);
  });

  test('MUST show the name as it was submitted', async () => {
    const { data } = await bed.run(SEARCH, { variables: { nameContains: 'abc' } });
    expect(data.enterprises.edges[0].node.name).toBe(NAMES[1]);
  });

  test('MUST mean the same in TypeScript and in SQL, whatever the name', async () => {
    const unit = fc.oneof(
      fc.constantFrom(...'（）()【】[]·・•‧∙⋅･ 　-–—ＡａAaｶﾞ①ﬁ\u200b\u3000一⼀'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    );
    const names = fc.sample(fc.array(unit, { maxLength: 12 }), 2_000).map((units) => units.join(''));
    // neither is text for PostgreSQL: no door lets them in
    const asText = names.map((name) => name.replace(/\0|\p{Cs}/gu, ''));
    const [{ keys } = { keys: [] }] = await bed.rows<{ keys: string[] }>(
      'SELECT array_agg(search_key(name) ORDER BY place) AS keys FROM unnest($1::text[]) WITH ORDINALITY AS given(name, place)',
      [asText],
    );
    expect(keys).toEqual(asText.map(searchKey));
  });

  test('MUST be one statement that walks the index, not the table', async () => {
    const [text = '', ...more] = await bed.statementsOf(() => found('买买'));
    expect(more).toEqual([]);
    // as superuser, who may look at the statistics of the table anew
    const client = new Client({ connectionString: bed.url, options: '-c search_path=registry' });
    await client.connect();
    await client.query(`
      INSERT INTO enterprise SELECT copy.* FROM (SELECT enterprise AS row FROM enterprise LIMIT 1) AS one, generate_series(1, 20000) AS n,
        LATERAL json_populate_record(one.row, json_build_object('uscc', 'copy' || n, 'source_id', 'copy' || n, 'name', n || '号加油站')) AS copy`);
    await client.query('ANALYZE enterprise');
    const { rows } = await client.query(`EXPLAIN ${text}`, ['CANCELLED', ['买买'], '%买买%', 21]);
    await client.end();
    expect(JSON.stringify(rows)).toContain('enterprise_by_name');
    expect(JSON.stringify(rows)).not.toContain('Seq Scan');
  });
});
