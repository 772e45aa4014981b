import { parse } from 'graphql';
import { composeUscc, type Subgraph } from '../../subgraphs/kernel';
import { quality } from '../../subgraphs/quality';
import { benchSubgraph } from './bench-subgraph';
import { benchCall } from './caller';
import { say } from './say';

const HOLDERS = 20_000;
const REPEATS = 300;
const holder = (at: number) => composeUscc('91430682', `MA${String(at).padStart(6, '0')}`);
const numberOf = (at: number) => `2025${String(10 + (at % 20))}0101${String(at).padStart(6, '0')}`;

/** `npm run bench -- quality [certificates]`: one certificate and a holder's page among a thousand and among all of them. */
export async function bench([count = '1000000']: readonly string[]): Promise<void> {
  const { subgraph, stop } = await benchSubgraph('quality', quality);
  try {
    const few = await times(subgraph, 1_000);
    const many = await times(subgraph, Number(count));
    for (const [at, name] of [
      'cccCertificate(number)',
      'Enterprise.cccCertificates, first 20',
      'the same with its count',
    ].entries()) {
      const [small = 0, large = 0] = [few[at], many[at]];
      say(
        `${name}: ${small.toFixed(2)} ms among 1,000; ${large.toFixed(2)} ms among ${count}; ratio ${(large / small).toFixed(2)}`,
      );
    }
  } finally {
    await stop();
  }
}

async function times(subgraph: Subgraph, count: number): Promise<number[]> {
  await fill(subgraph, count);
  const page = (
    total: string,
  ) => `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Enterprise {
    cccCertificates { ${total} edges { node { number productName status } } } } } }`;
  const ofHolder = (at: number) => ({
    of: [{ __typename: 'Enterprise', uscc: holder((at * 7_919) % Math.min(HOLDERS, count)) }],
  });
  return [
    await time(
      subgraph,
      'query ($number: ID!) { cccCertificate(number: $number) { number productName status } }',
      (at) => ({
        number: numberOf((at * 7_919) % count),
      }),
    ),
    await time(subgraph, page(''), ofHolder),
    await time(subgraph, page('totalCount'), ofHolder),
  ];
}

/** Milliseconds a query, after warming up. */
async function time(
  subgraph: Subgraph,
  query: string,
  variables: (at: number) => Record<string, unknown>,
): Promise<number> {
  const document = parse(query);
  const ask = async (at: number) => {
    const { errors } = await subgraph.execute(
      { document, variables: variables(at) },
      subgraph.open(benchCall),
    );
    if (errors) throw errors[0] as Error;
  };
  for (let at = 0; at < REPEATS; at++) await ask(at);
  const start = performance.now();
  for (let at = 0; at < REPEATS; at++) await ask(REPEATS + at);
  return (performance.now() - start) / REPEATS;
}

/** Brings the table to so many certificates; what is there from an earlier run stays, if it is not too many. */
async function fill({ db }: Subgraph, count: number): Promise<void> {
  const [stored] = await db.read<{ n: number }>('SELECT count(*)::int AS n FROM ccc_certificate');
  const n = stored?.n ?? 0;
  if (n > count) await db.read('DELETE FROM ccc_certificate');
  const holders = Array.from({ length: HOLDERS }, (_, at) => holder(at));
  const step = 50_000;
  for (let from = n > count ? 0 : n; from < count; from += step) {
    await db.read(
      `INSERT INTO ccc_certificate (source, source_id, revision, content_digest, number, holder_uscc, category_code, product_name, body_code,
         issued_on, expires_on, status, status_since, region_code, synthetic)
       SELECT 'bench', n, 1, '', '2025' || (10 + n % 20) || '0101' || lpad(n::text, 6, '0'), ($1::varchar[])[1 + n % ${HOLDERS}], '0101', '合成产品',
         '10', '2025-01-10', '2030-01-09', 'VALID', '2025-01-10', '430682', true
       FROM generate_series($2::int, $3::int) AS n`,
      [holders, from, Math.min(from + step, count) - 1],
    );
  }
  // as autovacuum does within a minute: plans that were made for an empty table are made anew
  await db.transaction(async (tx) => {
    await tx.query('SET LOCAL ROLE NONE');
    await tx.query('ANALYZE ccc_certificate');
  });
}
