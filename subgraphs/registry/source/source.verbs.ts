import {
  SourceNotYours,
  again,
  audit,
  checkHolder,
  defineVerb,
  departmentOf,
  holdSource,
  holdersOf,
  insertRows,
  lockRow,
  requireScope,
  type Caller,
  type RequestContext,
  type Transaction,
} from '../../kernel';
import { RegisterSourceInput, Source } from './source';

type Stated = InstanceType<typeof RegisterSourceInput>;

export const registerSource = defineVerb({
  name: 'registerSource',
  says: '登记来源系统，归本部门专用；已由本部门登记的原样返回. Registers a source, for the department of the caller alone; one that is its own already is returned as it is.',
  input: RegisterSourceInput,
  returns: () => Source,
  run: (context, stated) => again(() => context.db.transaction((tx) => register(tx, context, stated))),
});

/** Whoever submits anything has a system that it comes from: any scope to write will do. */
function checkWriter(caller: Caller): void {
  requireScope(caller, caller.scopes.find((scope) => scope.startsWith('write:')) ?? 'write:*');
}

async function register(tx: Transaction, context: RequestContext, { name, title }: Stated) {
  const { caller, db, settings, today } = context;
  checkWriter(caller);
  if (settings.registrationSources.includes(name) && caller.department !== 'MARKET_SUPERVISION')
    throw SourceNotYours({ field: 'name', owner: 'MARKET_SUPERVISION', got: name });
  const holders = await holdersOf((text, values) => tx.query(text, values), name);
  if (holders.length > 0) {
    checkHolder(name, holders, caller, 'name');
    return lockRow(tx, db, Source, 'name', name);
  }
  const departmentCode = departmentOf(caller);
  const source: Source = { name, title, departmentCode, registeredOn: today };
  await insertRows(tx, context, Source, [source]);
  await holdSource(tx, name, departmentCode, today);
  await audit(tx, context, { operation: 'registerSource', subjects: [name], outcome: 'registered' });
  return source;
}
