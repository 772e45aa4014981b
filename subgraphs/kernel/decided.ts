import { ObjectType } from 'type-graphql';
import { ScopeMissing, FieldMissing } from './catalogue';
import type { RequestContext } from './context';
import { snakeCase, tableOf, type Transaction } from './database';
import { declareError, type CatalogueError } from './errors';
import { Fact, Kept } from './fact';
import { documentNumber } from './identifier-kinds';
import { code, oneOf } from './kinds';
import { fieldsOf } from './record';
import { refused, type Sorted } from './store';
import { Submitted, type Submission } from './submission';
import { vocabulary } from './vocabulary';

/**
 * 经决定的记录. What a step would need an officer's decision for, a batch needs it for as well: a record that arrives decided,
 * listed, published, closed, granted or revoked takes `decide:` of its subgraph, names the officer who decided and the
 * document, and is never sent in by that officer. A correction that leads into such a state, or out of it, is held to the
 * same. 行政处罚法 第五十七、五十八条: whoever handles does not decide; the rule for all nouns is our own.
 */
const DecisionGap = vocabulary(
  'DecisionGap',
  '决定经办不详的原因. The reason why it is not known who has decided what a record says.',
  { BEFORE_0_2: '接收于 0.2 之前，当时未要求填报. Received before version 0.2, which did not ask.' },
);

const OPTIONAL = { optional: true } as const;

/** What is kept of the decision that a submitted record rests on; a decision that was taken here is in the history of its noun. */
@ObjectType()
export abstract class Decided extends Submitted {
  @Kept(
    code(128),
    '作出决定的人员编号，不得为报送人. The id of the officer who decided; never who submits.',
    OPTIONAL,
  )
  decidedBy: string | null;

  @Fact(
    'UNCONDITIONAL',
    documentNumber(64),
    '作出决定的文书文号. The number of the document by which it was decided.',
    OPTIONAL,
  )
  decisionDocument: string | null;

  @Fact(
    'UNCONDITIONAL',
    oneOf(DecisionGap, 16),
    '决定经办不详的原因. The reason why it is not known who has decided, where that is so.',
    OPTIONAL,
  )
  decisionGap: keyof typeof DecisionGap | null;
}

/** What a record of a decided noun states of it. */
export const STATED_OF_DECISION = ['decidedBy', 'decisionDocument'] as const;

export const DeciderSubmits = declareError(
  'DECIDER_SUBMITS',
  'decidedBy 不得为报送人本人：决定与报送须由不同人员办理，收到：{got}。',
  'decidedBy must be somebody else than who submits, but got: {got}.',
);

/**
 * Which states of a noun are decided, by the property that says so: `{ status: { NOTIFIED: false, LISTED: true } }`, or `true`
 * where whatever the property says is (`publishedOn`); `'always'` where every record is a decision.
 */
export type Marks<Row> =
  | 'always'
  | { [Property in keyof Row & string]?: true | Record<NonNullable<Row[Property]> & string, boolean> };
export interface Decisions {
  marks: 'always' | Readonly<Record<string, true | Readonly<Record<string, boolean>>>>;
  /** The property with the number of the document, where the noun has one of its own. */
  document: string;
}

/** The property by which a record says that something was decided, if it does. */
export function decidedIn({ marks, document }: Decisions, record: Record<string, unknown>): string | null {
  if (marks === 'always') return document;
  const decided = Object.entries(marks).find(([property, states]) => {
    const said = record[property];
    return states === true ? (said ?? null) !== null : typeof said === 'string' && states[said] === true;
  });
  return decided?.[0] ?? null;
}

/** Whether a record, as it is sent, says that something was decided. */
export function arrivesDecided({ decisions, input }: Submission, record: object): boolean {
  if (!decisions) return false;
  const unsaid = [...fieldsOf(input).values()].map(({ name, fallback }) => [name, fallback] as const);
  return decidedIn(decisions, { ...Object.fromEntries(unsaid), ...record }) !== null;
}

/** Refuses records that would decide, or undo what was decided, without a decision. What changes nothing is not asked. */
export async function withoutUndecided(
  tx: Transaction,
  context: RequestContext,
  submission: Submission,
  source: string,
  sorted: Sorted,
): Promise<Sorted> {
  const { decisions } = submission;
  if (!decisions || sorted.candidates.length === 0) return sorted;
  const standing = await standingOf(
    tx,
    submission,
    decisions,
    sorted.candidates.map(({ key }) => key),
  );
  const rejected = [...sorted.rejected];
  const candidates = sorted.candidates.filter((candidate) => {
    const former = standing.get(candidate.key);
    if (former?.source === source && former.revision >= candidate.revision) return true;
    const property =
      decidedIn(decisions, candidate.row) ?? (former ? decidedIn(decisions, former.row) : null);
    const reason = property && objection(context, submission, decisions, candidate.row, property);
    if (reason) rejected.push(refused(candidate, reason));
    return !reason;
  });
  return { ...sorted, candidates, rejected };
}

/** Why rows of an import stay though it is taken back: what they say was decided, and whoever takes it back may not decide. */
export async function whyDecisionsStay(
  tx: Transaction,
  { caller }: RequestContext,
  submission: Submission,
  keys: readonly string[],
): Promise<ReadonlyMap<string, CatalogueError>> {
  const { decisions, subgraph } = submission;
  const scope = `decide:${subgraph}`;
  if (!decisions || caller.scopes.includes(scope)) return new Map();
  const standing = await standingOf(tx, submission, decisions, keys);
  return new Map(
    [...standing].flatMap(([key, { row }]) => {
      const field = decidedIn(decisions, row);
      return field === null ? [] : [[key, ScopeMissing({ field, scope })] as const];
    }),
  );
}

function objection(
  { caller }: RequestContext,
  { subgraph }: Submission,
  { document }: Decisions,
  row: Record<string, unknown>,
  field: string,
): CatalogueError | null {
  const scope = `decide:${subgraph}`;
  if (!caller.scopes.includes(scope)) return ScopeMissing({ field, scope });
  if (!row.decidedBy) return FieldMissing({ field: 'decidedBy' });
  if (row.decidedBy === caller.subject) return DeciderSubmits({ field: 'decidedBy', got: row.decidedBy });
  return row[document] || row.decisionDocument ? null : FieldMissing({ field: 'decisionDocument' });
}

interface Standing {
  key: string;
  source: string;
  revision: number;
  row: Record<string, unknown>;
}

/** The rows that stand where these records would, held until the transaction ends. */
async function standingOf(
  tx: Transaction,
  { entity, key }: Submission,
  { marks }: Decisions,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  const column = snakeCase(key);
  const properties = marks === 'always' ? [] : Object.keys(marks);
  const said = properties.map((property) => `'${property}', ${snakeCase(property)}`).join(', ');
  const rows = await tx.query<Standing>(
    `SELECT ${column} AS key, source, revision, jsonb_build_object(${said}) AS row FROM ${tableOf(entity)}
     WHERE ${column} = ANY($1::varchar[]) ORDER BY ${column} FOR UPDATE`,
    [keys],
  );
  return new Map(rows.map((row) => [row.key, row]));
}
