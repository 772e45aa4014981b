import type { RunOptions, TestBed } from './test-bed';

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Plan[];
}

/** Those of these tables that the statements of an operation would read from end to end. */
export async function scanned(
  bed: TestBed,
  query: string,
  options: RunOptions,
  tables: readonly string[],
): Promise<string[]> {
  const { db } = bed.subgraph;
  const ran: { text: string; values: readonly unknown[] }[] = [];
  const [read, byKey, list] = [db.read.bind(db), db.byKey.bind(db), db.query.bind(db)];
  db.read = (text, values) => {
    ran.push({ text, values: values ?? [] });
    return read(text, values);
  };
  db.byKey = (statement) => {
    ran.push(statement);
    return byKey(statement);
  };
  db.query = (statement) => {
    ran.push(statement);
    return list(statement);
  };
  const answer = await bed.run(query, options);
  Object.assign(db, { read, byKey, query: list });
  expect(answer).toSucceed();
  const plans: Plan[] = [];
  for (const { text, values } of ran) {
    const [{ 'QUERY PLAN': plan } = { 'QUERY PLAN': [] }] = await db.read<{
      'QUERY PLAN': { Plan: Plan }[];
    }>(`EXPLAIN (FORMAT JSON) ${text}`, values);
    plans.push(...plan.map((each) => each.Plan));
  }
  expect(plans.length).toBeGreaterThan(0);
  const walk = (plan: Plan): string[] => [
    ...(plan['Node Type'] === 'Seq Scan' ? [plan['Relation Name'] ?? ''] : []),
    ...(plan.Plans ?? []).flatMap(walk),
  ];
  return plans.flatMap(walk).filter((table) => tables.includes(table));
}
