import { decodeJwt } from 'jose';
import { subgraphs } from '../../subgraphs';
import { departmentOf, type Caller } from '../../subgraphs/kernel';

/**
 * Sources belong to the department that has registered them. In tests whoever sends has registered what it sends under,
 * unless a test is about just that: what it sends is looked at, and its sources are made the sender's.
 */
export type Run = (text: string, values: readonly unknown[]) => Promise<unknown>;

/** The sources that an operation sends records under. */
export function sourcesIn(query: string, variables: Record<string, unknown> = {}): string[] {
  if (!query.includes('submit')) return [];
  const written = [...query.matchAll(/\bsource: "([^"]+)"/g)].map(([, name = '']) => name);
  const stated = Object.entries(variables).flatMap(([name, value]) =>
    /^source\d*$/.test(name) && typeof value === 'string' ? [value] : [],
  );
  // what no database takes, nobody has registered
  return [...written, ...stated]
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.includes('\0'));
}

const bySubmission = new Map(
  subgraphs.flatMap(({ submissions = [] }) => submissions.map((each) => [each.mutation, each] as const)),
);

/**
 * Whoever sends in a test what may be decided has it decided by somebody else, unless it says by whom; whoever takes it back
 * may decide.
 */
export function withDecisions(
  query: string,
  variables: Record<string, unknown> = {},
): { variables: Record<string, unknown>; scope: string | null } {
  const [, of] = /\btakeBack(\w+)Import\(/.exec(query) ?? [];
  if (of !== undefined) return { variables, scope: `decide:${of.toLowerCase()}` };
  const [, mutation = ''] = /\b(submit\w+)\(/.exec(query) ?? [];
  const submission = bySubmission.get(mutation);
  if (!submission?.decisions) return { variables, scope: null };
  // a correction may lead out of what was decided, and nobody sees that of the record
  const stated = Object.entries(variables).map(([name, value]) => [
    name,
    /^records\d*$/.test(name) && Array.isArray(value) ? value.map(decided) : value,
  ]);
  return {
    variables: Object.fromEntries(stated) as Record<string, unknown>,
    scope: `decide:${submission.subgraph}`,
  };
}

function decided(record: unknown): unknown {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return record;
  return { decidedBy: 'decider', decisionDocument: '决〔2026〕1号', ...record };
}

/** The department that a token is of. */
export function holderOf(token: string): string | null {
  try {
    return departmentOf(decodeJwt(token) as unknown as Caller);
  } catch {
    return null;
  }
}

/** Makes a source that of a department in these subgraphs, past every rule. */
export async function hold(
  run: Run,
  subgraphs: readonly string[],
  source: string,
  holder: string,
): Promise<void> {
  for (const name of subgraphs)
    await run(
      `INSERT INTO ${name}.source_holder (name, department_code, since) VALUES (left($1, 64), left($2, 40), '2020-01-01') ON CONFLICT DO NOTHING`,
      [source, holder],
    );
}

/** Keeps in mind what is held, so that it is written once. */
export class HeldSources {
  private readonly held = new Set<string>();
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly run: Run,
    private readonly subgraphs: readonly string[],
  ) {}

  /** One after another: what is asked for at once is sent at once, and the connection is one. */
  hold(sources: readonly string[], holder: string | null): Promise<void> {
    return (this.last = this.last.then(() => this.holdNow(sources, holder)));
  }

  private async holdNow(sources: readonly string[], holder: string | null): Promise<void> {
    for (const source of holder === null ? [] : sources) {
      const pair = `${source} ${holder}`;
      if (this.held.has(pair)) continue;
      await hold(this.run, this.subgraphs, source, String(holder));
      this.held.add(pair);
    }
  }
}
