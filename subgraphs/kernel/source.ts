import { departmentOf, type Caller } from './caller';
import { FieldInvalid, SourceNotYours } from './catalogue';
import type { RequestContext } from './context';
import type { Database, Transaction } from './database';
import { declareError } from './errors';
import { asId, code, type Kind } from './kinds';
import { objectOf, orNull } from './official-file';
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
 * `registerSource`, for good; nobody else writes under it. So what a subgraph has once learned of a source stays true: it
 * keeps that (`source_holder`), and takes records in while the register is silent.
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
  fields: 'departmentCode',
  facts: objectOf({ departmentCode: orNull(code(40)) }),
});

/** What a process has learned of the sources of a database; only what is so for good. */
const learned = new WeakMap<Database, Set<string>>();

/**
 * Refuses a source that is not the caller's department's.
 * @throws SOURCE_NOT_REGISTERED, SOURCE_NOT_YOURS, or SOURCE_UNCHECKED where it is new here and the register is silent
 */
export async function requireSource(context: RequestContext, name: string): Promise<void> {
  const { db, caller, peers, today } = context;
  const department = departmentOf(caller);
  const known = learned.get(db.whole) ?? new Set();
  learned.set(db.whole, known);
  const pair = JSON.stringify([name, department]);
  if (known.has(pair)) return;
  const holders = await holdersOf((text, values) => db.read(text, values), name);
  if (holders.length === 0) {
    if (peers.self === REGISTER) throw SourceNotRegistered({ field: 'source', got: name });
    checkHolder(name, await askRegister(context, name), caller);
    await db.transaction((tx) => holdSource(tx, name, department, today));
  } else checkHolder(name, holders, caller);
  known.add(pair);
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

async function askRegister(context: RequestContext, name: string): Promise<string[]> {
  const source = await registeredBy(context, { name }).catch(() => {
    throw SourceUnchecked({ field: 'source', got: name });
  });
  if (!source?.departmentCode) throw SourceNotRegistered({ field: 'source', got: name });
  return [source.departmentCode];
}

/** The departments that a source belongs to: one, or those that had sent under it before sources were registered. */
export async function holdersOf(read: Transaction['query'], name: string): Promise<string[]> {
  const rows = await read<{ code: string }>(
    'SELECT department_code AS code FROM source_holder WHERE name = $1 ORDER BY department_code',
    [name],
  );
  return rows.map(({ code: holder }) => holder);
}

/** Keeps here to whom a source belongs. */
export async function holdSource(
  tx: Transaction,
  name: string,
  department: string,
  since: string,
): Promise<void> {
  await tx.query(
    'INSERT INTO source_holder (name, department_code, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [name, department, since],
  );
}
