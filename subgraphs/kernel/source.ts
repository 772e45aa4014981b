import { departmentOf, type Caller } from './caller';
import { FieldInvalid, SourceNotYours } from './catalogue';
import type { RequestContext } from './context';
import type { Database, Transaction } from './database';
import { declareError } from './errors';
import { asId, code, type Kind } from './kinds';
import { arrayOf, objectOf, orNull } from './official-file';
import { partOf } from './peers';

export const SourceNotRegistered = declareError(
  'SOURCE_NOT_REGISTERED',
  '来源系统 {got} 尚未登记；请报送部门先以 registerSource 登记（导入命令用 --register）。',
  'The source {got} is not registered: its department registers it first, by registerSource (--register of an import).',
);
export const SourceUnchecked = declareError(
  'SOURCE_UNCHECKED',
  '来源系统 {got} 由谁登记暂时无法核对，请稍后再报。',
  'Who has registered the source {got} cannot be asked for now; try again later.',
);

/**
 * 来源系统. The system that a department's records come from. It belongs to the department that registered it with
 * `registerSource`, until that hands it over; nobody else writes under it. A subgraph keeps what it has learned of a source
 * (`source_holder`), takes records in while the register is silent, and follows a hand-over within five seconds.
 */
const named = asId(code(64));
export const sourceName: Kind<string> = {
  ...named,
  parse(value, field) {
    const name = named.parse(value, field);
    if (name.includes('/'))
      throw FieldInvalid({ field, shape: { zh: '不含斜杠的名称', en: 'a name without a slash' }, got: name });
    return name;
  },
};

/** Which subgraph registers sources. */
const REGISTER = 'registry';
const registeredBy = partOf('Source', {
  from: REGISTER,
  fields: 'departmentCode formerDepartmentCodes',
  facts: objectOf({
    departmentCode: orNull(code(40)),
    formerDepartmentCodes: arrayOf(code(40)),
  }),
});

/** For how long a process goes by what it has learned of a source. */
const LEARNED_MS = 5_000;
interface Learned {
  holders: readonly string[];
  until: number;
}
const learned = new WeakMap<Database, Map<string, Learned>>();

/**
 * Refuses a source that is not the caller's department's.
 * @throws SOURCE_NOT_REGISTERED, SOURCE_NOT_YOURS, or SOURCE_UNCHECKED where it is new here and the register is silent
 */
export async function requireSource(context: RequestContext, name: string): Promise<void> {
  const { db, caller, peers } = context;
  const kept = () => holdersOf((text, values) => db.read(text, values), name);
  if (peers.self === REGISTER) {
    const holders = await kept();
    if (holders.length === 0) throw SourceNotRegistered({ field: 'source', got: name });
    return checkHolder(name, holders, caller);
  }
  const known = learned.get(db.whole) ?? new Map<string, Learned>();
  learned.set(db.whole, known);
  const last = known.get(name);
  const isFresh =
    last !== undefined && last.until > Date.now() && last.holders.includes(departmentOf(caller));
  const holders = isFresh ? last.holders : await askRegister(context, name, await kept());
  if (!isFresh) known.set(name, { holders, until: Date.now() + LEARNED_MS });
  checkHolder(name, holders, caller);
}

/**
 * Whose a source is by now. What is kept here stands, be it older than the register, unless the source was handed over by
 * one of those that it is kept for.
 */
async function askRegister(
  context: RequestContext,
  name: string,
  kept: readonly string[],
): Promise<readonly string[]> {
  const source = await registeredBy(context, { name }).catch(() => undefined);
  if (source === undefined) {
    if (kept.length === 0) throw SourceUnchecked({ field: 'source', got: name });
    return kept;
  }
  const owner = source?.departmentCode ?? null;
  if (owner === null) {
    if (kept.length === 0) throw SourceNotRegistered({ field: 'source', got: name });
    return kept;
  }
  const isHandedOver = source?.formerDepartmentCodes.some((former) => kept.includes(former)) === true;
  if (kept.length > 0 && !isHandedOver) return kept;
  if (!kept.includes(owner) || kept.length > 1)
    await context.db.transaction((tx) => holdSource(tx, name, owner, context.today));
  return [owner];
}

/** Refuses whoever is not among those to whom a source belongs. */
export function checkHolder(
  name: string,
  holders: readonly string[],
  caller: Caller,
  field = 'source',
): void {
  if (!holders.includes(departmentOf(caller)))
    throw SourceNotYours({ field, owner: holders.join('、'), got: name });
}

/** The departments that a source belongs to: one, or those that had sent under it before sources were registered. */
export async function holdersOf(read: Transaction['query'], name: string): Promise<string[]> {
  const rows = await read<{ code: string }>(
    'SELECT department_code AS code FROM source_holder WHERE name = $1 ORDER BY department_code',
    [name],
  );
  return rows.map(({ code: holder }) => holder);
}

/** Keeps here to whom a source belongs, and to nobody else any more. */
export async function holdSource(
  tx: Transaction,
  name: string,
  department: string,
  since: string,
): Promise<void> {
  await tx.query('DELETE FROM source_holder WHERE name = $1 AND department_code <> $2', [name, department]);
  await tx.query(
    'INSERT INTO source_holder (name, department_code, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [name, department, since],
  );
}
