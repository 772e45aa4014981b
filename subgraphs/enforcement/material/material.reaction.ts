import { randomUUID } from 'node:crypto';
import {
  DepartmentKind,
  code,
  date,
  changeRow,
  dateInChina,
  declareEvent,
  factsOf,
  flag,
  insertRows,
  journalSubject,
  objectOf,
  on,
  oneOf,
  orNull,
  text,
  type Done,
  type RequestContext,
  type Transaction,
} from '../../kernel';
import { Hazard, SpotCheck } from '../others';
import { CaseMaterial } from './material';
import { UNDECIDED, isFinal, receiptDue } from './material.rules';

const uscc = orNull(objectOf({ uscc: code(18) }));
const region = objectOf({ code: code(12) });
const day = orNull(date);
const sampleToday = factsOf(SpotCheck, {
  fields:
    'result objectedOn objectionDue resultReceivedOn correctionOrderedOn synthetic seller { uscc } producer { uscc } region { code }',
  facts: objectOf({
    result: text(20),
    objectedOn: day,
    objectionDue: day,
    resultReceivedOn: day,
    correctionOrderedOn: day,
    synthetic: flag,
    seller: uscc,
    producer: uscc,
    region,
  }),
});
const hazardToday = factsOf(Hazard, {
  fields: 'overdue dueOn competentKind synthetic enterprise { uscc } region { code }',
  facts: objectOf({
    overdue: flag,
    dueOn: day,
    competentKind: oneOf(DepartmentKind),
    synthetic: flag,
    enterprise: uscc,
    region,
  }),
});

declareEvent(CaseMaterial, 'sendCaseMaterial', {
  says: '形成案件线索材料，待签收. Material is there for an office to take in.',
});
declareEvent(CaseMaterial, 'withdrawCaseMaterial', {
  says: '案件线索材料失去依据. Material has lost its ground.',
});

const UNDOING =
  '尚未处理的写明理由后撤回；已处理的注明依据消失，处理结果不变. Material that no office has decided on is withdrawn with its reason; what was decided stands, and says that its ground is gone.';

/** 抽查不合格且结果已定 → 案件线索材料. */
export const materialOfFailedSample = on(
  'quality',
  ['spotCheck.failed', 'spotCheck.retestDecided', 'spotCheck.correctionOrdered', 'spotCheck.published'],
  {
    name: 'materialOfFailedSample',
    says: '结果已定的不合格抽查，形成材料交抽样地市场监管部门签收；结果未定的不形成. Material for market supervision where the sample was taken, once the result is final: the second test has said so, nobody may object any more, or correction was ordered.',
    undoneBy: ['spotCheck.corrected', 'spotCheck.takenBack'],
    undoing: UNDOING,
    ask: (context, { key }) => sampleToday(context, key),
    act(tx, context, { key }, sample) {
      if (!isFinal(sample, context.today)) return Promise.resolve(null);
      const { seller, producer, region: place, synthetic, resultReceivedOn } = sample;
      return send(tx, context, {
        ground: 'SAMPLE_UNQUALIFIED',
        spotCheckId: key,
        hazardNumber: null,
        synthetic,
        occurredOn: resultReceivedOn ?? context.today,
        partyUscc: (seller ?? producer)?.uscc ?? null,
        departmentKind: 'MARKET_SUPERVISION',
        regionCode: place.code,
      });
    },
    undo: (tx, context, { key }, sample) =>
      isFinal(sample, context.today)
        ? Promise.resolve(null)
        : withdraw(tx, context, 'spotCheckId', key, '抽查记录已更正或者撤回'),
  },
);

/** 隐患期满未整改 → 案件线索材料. That a hazard goes back to a tip is told by nothing here. */
export const materialOfOverdueHazard = on('hazards', 'hazard.overdue', {
  name: 'materialOfOverdueHazard',
  says: '期满未整改的隐患，形成材料交主管部门签收. Material for the competent office about a hazard that was not rectified in time.',
  undoneBy: ['hazard.corrected', 'hazard.takenBack', 'hazard.dismissed'],
  undoing: UNDOING,
  ask: (context, { key }) => hazardToday(context, key),
  act(tx, context, { key }, hazard) {
    if (!hazard?.overdue || hazard.dueOn === null) return Promise.resolve(null);
    const { dueOn, competentKind, enterprise, region: place, synthetic } = hazard;
    return send(tx, context, {
      ground: 'HAZARD_OVERDUE',
      spotCheckId: null,
      hazardNumber: key,
      synthetic,
      occurredOn: dueOn,
      partyUscc: enterprise?.uscc ?? null,
      departmentKind: competentKind,
      regionCode: place.code,
    });
  },
  undo: (tx, context, { key }, hazard) =>
    hazard?.overdue
      ? Promise.resolve(null)
      : withdraw(tx, context, 'hazardNumber', key, '隐患记录已更正或者撤回'),
});

type About = 'spotCheckId' | 'hazardNumber';
type Found = Pick<
  CaseMaterial,
  About | 'ground' | 'occurredOn' | 'partyUscc' | 'departmentKind' | 'regionCode' | 'synthetic'
>;

/** Material about one thing that has happened is sent once; one that was withdrawn is sent again. */
async function send(tx: Transaction, context: RequestContext, found: Found): Promise<Done> {
  const about: About = found.spotCheckId === null ? 'hazardNumber' : 'spotCheckId';
  const sent = await sentAbout(tx, context, about, String(found[about]));
  const known = sent.find(({ occurredOn }) => occurredOn === found.occurredOn);
  if (known && known.overturnedOn === null) return null;
  const { now, today } = context;
  const begun = { status: 'SENT', sentAt: now, receiveBy: receiptDue(today).date } as const;
  if (known) {
    const again = { ...begun, receivedOn: null, endedOn: null, reason: null };
    return change(tx, context, 'sendCaseMaterial', known, {
      overturnedOn: null,
      ...(known.status === 'WITHDRAWN' && again),
    });
  }
  const day = dateInChina(now).replaceAll('-', '');
  const number = `CL${found.regionCode.slice(0, 6)}-${day}-${randomUUID().slice(0, 8)}`;
  const row: Partial<CaseMaterial> = { ...found, ...begun, number, firstSentAt: now };
  await insertRows(tx, context, CaseMaterial, [row]);
  return { operation: 'sendCaseMaterial', subjects: [journalSubject(CaseMaterial, row)] };
}

async function withdraw(
  tx: Transaction,
  context: RequestContext,
  about: About,
  key: string,
  reason: string,
): Promise<Done> {
  const standing = (await sentAbout(tx, context, about, key)).filter(
    ({ overturnedOn }) => overturnedOn === null,
  );
  const { today } = context;
  const subjects = [];
  for (const each of standing) {
    const ended = UNDECIDED.includes(each.status)
      ? ({ status: 'WITHDRAWN', endedOn: today, reason } as const)
      : {};
    const done = await change(tx, context, 'withdrawCaseMaterial', each, { overturnedOn: today, ...ended });
    subjects.push(...(done?.subjects ?? []));
  }
  return { operation: 'withdrawCaseMaterial', subjects };
}

async function change(
  tx: Transaction,
  context: RequestContext,
  operation: string,
  row: CaseMaterial,
  changes: Partial<CaseMaterial>,
): Promise<Done> {
  await changeRow(tx, context, CaseMaterial, 'number', row.number, changes);
  return { operation, subjects: [journalSubject(CaseMaterial, { ...row, ...changes })] };
}

function sentAbout(
  tx: Transaction,
  { db }: RequestContext,
  about: About,
  key: string,
): Promise<CaseMaterial[]> {
  const column = about === 'hazardNumber' ? 'hazard_number' : 'spot_check_id';
  return tx.query<CaseMaterial>(
    `SELECT ${db.columns(CaseMaterial)} FROM case_material WHERE ${column} = $1 FOR UPDATE`,
    [key],
  );
}
