import {
  DeciderMustDiffer,
  FieldInvalid,
  NotFound,
  SourceNotYours,
  again,
  audit,
  changeRow,
  checkHolder,
  declareError,
  defineVerb,
  departmentOf,
  holdSource,
  holdersOf,
  insertRows,
  journalSubject,
  lockRow,
  readDepartmentCode,
  requireEmpowered,
  requireScope,
  termOf,
  type Caller,
  type DepartmentKind,
  type RequestContext,
  type Transaction,
} from '../../kernel';
import { OfferSourceInput, RegisterSourceInput, Source, SourceNameInput } from './source';

const SourceNotOffered = declareError(
  'SOURCE_NOT_OFFERED',
  '来源系统 {got} 没有移交给本部门，无可接收。',
  'The source {got} was not offered to your department: there is nothing to accept.',
);

const SourceNoOffer = declareError(
  'SOURCE_NO_OFFER',
  '来源系统 {got} 没有待接收的移交，无可撤回。',
  'No hand-over of the source {got} waits to be accepted: there is nothing to withdraw.',
);

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
  checkKind(settings, name, caller.department);
  const holders = await holdersOf((text, values) => tx.query(text, values), name);
  if (holders.length > 0) {
    checkHolder(name, holders, caller, 'name');
    return lockRow(tx, db, Source, 'name', name);
  }
  const departmentCode = departmentOf(caller);
  const source: Source = {
    name,
    title,
    departmentCode,
    registeredOn: today,
    offeredToCode: null,
    handOverDocument: null,
    offeredBy: null,
    handedOverOn: null,
    formerDepartmentCodes: [],
  };
  await insertRows(tx, context, Source, [source]);
  await holdSource(tx, name, departmentCode, today);
  await audit(tx, context, {
    operation: 'registerSource',
    subjects: [journalSubject(Source, source)],
    outcome: 'registered',
  });
  return source;
}

/** The names of the registration authority are for market supervision alone. */
function checkKind(
  { registrationSources }: RequestContext['settings'],
  name: string,
  kind: DepartmentKind | null | undefined,
): void {
  if (registrationSources.includes(name) && kind !== 'MARKET_SUPERVISION')
    throw SourceNotYours({ field: 'name', owner: 'MARKET_SUPERVISION', got: name });
}

export const offerSource = defineVerb({
  name: 'offerSource',
  says: '决定移交来源系统，待接收部门接收；再次提出的替代前次. Decides to hand a source over; it stays where it is until the other department accepts it, and a new offer takes the place of the last.',
  input: OfferSourceInput,
  returns: () => Source,
  run: (context, stated) => again(() => context.db.transaction((tx) => offer(tx, context, stated))),
});

export const acceptSource = defineVerb({
  name: 'acceptSource',
  says: '接收移交的来源系统；此后只有本部门以其名义报送，并更正其既有记录. Accepts a source that is handed over: from then on this department alone submits under it, and corrects what stands under it.',
  input: SourceNameInput,
  returns: () => Source,
  run: (context, stated) => again(() => context.db.transaction((tx) => accept(tx, context, stated))),
});

export const withdrawSourceOffer = defineVerb({
  name: 'withdrawSourceOffer',
  says: '撤回尚未接收的来源系统移交. Withdraws the offer of a source that the other department has not accepted: it stays where it is.',
  input: SourceNameInput,
  returns: () => Source,
  run: (context, stated) => again(() => context.db.transaction((tx) => withdraw(tx, context, stated))),
});

/** Whoever hands over, or takes over, decides: any scope to decide will do. */
function checkDecider({ caller, today }: RequestContext, step: string): void {
  const scope = caller.scopes.find((each) => each.startsWith('decide:')) ?? 'decide:*';
  requireScope(caller, scope);
  requireEmpowered(caller, scope, step, today);
}

async function held(tx: Transaction, { db }: RequestContext, name: string): Promise<Source> {
  const source = await lockRow(tx, db, Source, 'name', name);
  if (!source) throw NotFound({ field: 'name', term: termOf(Source), got: name });
  return source;
}

async function offer(
  tx: Transaction,
  context: RequestContext,
  { name, toDepartmentCode, document }: InstanceType<typeof OfferSourceInput>,
) {
  const { caller, settings } = context;
  checkDecider(context, 'offerSource');
  const source = await held(tx, context, name);
  if (source.departmentCode !== departmentOf(caller))
    throw SourceNotYours({ field: 'name', owner: source.departmentCode ?? '', got: name });
  checkKind(settings, name, readDepartmentCode(toDepartmentCode)?.kind);
  if (toDepartmentCode === source.departmentCode)
    throw FieldInvalid({
      field: 'toDepartmentCode',
      shape: { zh: '其他部门的代码', en: 'the code of another department' },
      got: toDepartmentCode,
    });
  const changes = {
    offeredToCode: toDepartmentCode,
    handOverDocument: document,
    offeredBy: caller.subject,
  };
  const changed = await changeRow(tx, context, Source, 'name', name, changes);
  await audit(tx, context, {
    operation: 'offerSource',
    subjects: [journalSubject(Source, source)],
    outcome: `offered to ${toDepartmentCode}`,
    details: { document },
  });
  return changed ?? source;
}

async function withdraw(tx: Transaction, context: RequestContext, { name }: { name: string }) {
  const { caller } = context;
  checkDecider(context, 'withdrawSourceOffer');
  const source = await held(tx, context, name);
  const { departmentCode, offeredToCode, handOverDocument } = source;
  if (departmentCode !== departmentOf(caller))
    throw SourceNotYours({ field: 'name', owner: departmentCode ?? '', got: name });
  if (offeredToCode === null) throw SourceNoOffer({ field: 'name', got: name });
  const changes = { offeredToCode: null, offeredBy: null, handOverDocument: null };
  const changed = await changeRow(tx, context, Source, 'name', name, changes);
  await audit(tx, context, {
    operation: 'withdrawSourceOffer',
    subjects: [journalSubject(Source, source)],
    outcome: `no longer offered to ${offeredToCode}`,
    details: { document: handOverDocument },
  });
  return changed ?? source;
}

async function accept(tx: Transaction, context: RequestContext, { name }: { name: string }) {
  const { caller, today } = context;
  checkDecider(context, 'acceptSource');
  const source = await held(tx, context, name);
  const { departmentCode, offeredToCode, offeredBy, handOverDocument, formerDepartmentCodes } = source;
  const department = departmentOf(caller);
  if (departmentCode === null || offeredToCode !== department)
    throw SourceNotOffered({ field: 'name', got: name });
  if (offeredBy === caller.subject) throw DeciderMustDiffer({ key: name });
  const changes = {
    departmentCode: department,
    offeredToCode: null,
    offeredBy: null,
    handedOverOn: today,
    formerDepartmentCodes: [...formerDepartmentCodes, departmentCode],
  };
  const changed = await changeRow(tx, context, Source, 'name', name, changes);
  await holdSource(tx, name, department, today);
  await audit(tx, context, {
    operation: 'acceptSource',
    subjects: [journalSubject(Source, source)],
    outcome: `handed over from ${departmentCode} to ${department}`,
    details: { document: handOverDocument },
  });
  return changed ?? source;
}
