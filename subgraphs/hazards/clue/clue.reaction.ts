import { randomUUID } from 'node:crypto';
import {
  code,
  date,
  declareEvent,
  factsOf,
  flag,
  insertRows,
  changeRow,
  journalSubject,
  lockRow,
  objectOf,
  on,
  orNull,
  text,
} from '../../kernel';
import { Equipment, Inspection } from '../others';
import { HazardClue } from './clue';
import { criterionFor, isCause } from './clue.rules';

const reportOf = factsOf(Inspection, {
  fields: 'kind inspectedOn conclusion equipmentCode',
  facts: objectOf({ kind: text(20), inspectedOn: date, conclusion: text(30), equipmentCode: code(20) }),
});
const deviceToday = factsOf(Equipment, {
  fields: 'status inspectionStanding synthetic kind { code } region { code } user { uscc }',
  facts: objectOf({
    status: text(20),
    inspectionStanding: text(20),
    synthetic: flag,
    kind: objectOf({ code: code(4) }),
    region: objectOf({ code: code(12) }),
    user: orNull(objectOf({ uscc: code(18) })),
  }),
});

declareEvent(HazardClue, 'reportHazardClue', {
  says: '检验不合格，形成线索. An inspection was failed: somebody has to look.',
});
declareEvent(HazardClue, 'withdrawHazardClue', {
  says: '检验报告被撤回或更正，线索失去依据. The report was taken back or corrected: the clue has lost its ground.',
});

/** 检验不合格 → 线索: whether the device is still in use, and what follows, is for an officer to find. */
export const clueOfFailedInspection = on('equipment', 'inspection.failed', {
  name: 'clueOfFailedInspection',
  says: '形成线索，交主管的市场监管部门核实；不定级、不计数、不通知、不公开. A clue for the competent market supervision office, with the criterion that it may meet: no grade, in no figure, not notified, not public. None where the device has passed since, or is out of use.',
  undoneBy: ['inspection.corrected', 'inspection.takenBack'],
  undoing:
    '待核实的线索写明理由后撤回；已处理的注明依据消失，处理结果不变. The clue is withdrawn with its reason; one that was decided says that its ground is gone, and the decision stands.',
  async ask(context, { key }) {
    const report = await reportOf(context, key);
    return { report, device: report && (await deviceToday(context, report.equipmentCode)) };
  },
  async act(tx, context, { key }, { report, device }) {
    if (!report || !device || !isCause(report, device)) return null;
    const { equipmentCode, inspectedOn, kind } = report;
    const known = await lockRow(tx, context.db, HazardClue, 'inspectionId', key);
    const clue: Partial<HazardClue> = {
      inspectedOn,
      criterionCode: criterionFor(kind, device.kind.code),
      overturnedOn: null,
    };
    if (known) {
      if (known.overturnedOn === null) return null;
      // the report stands again: what an officer had decided stands, too
      const again = { status: 'OPEN', reason: null, decidedOn: null } as const;
      const changes = { ...clue, ...(known.status === 'WITHDRAWN' && again) };
      await changeRow(tx, context, HazardClue, 'number', known.number, changes);
      return {
        operation: 'reportHazardClue',
        subjects: [journalSubject(HazardClue, { ...known, ...changes })],
      };
    }
    const regionCode = device.region.code;
    const row: Partial<HazardClue> = {
      ...clue,
      number: `XS${regionCode.slice(0, 6)}-${context.today.replaceAll('-', '')}-${randomUUID().slice(0, 8)}`,
      status: 'OPEN',
      inspectionId: key,
      equipmentCode,
      uscc: device.user?.uscc ?? null,
      regionCode,
      competentKind: 'MARKET_SUPERVISION',
      foundAt: context.now,
      synthetic: device.synthetic,
    };
    await insertRows(tx, context, HazardClue, [row]);
    return { operation: 'reportHazardClue', subjects: [journalSubject(HazardClue, row)] };
  },
  async undo(tx, context, { key, event }) {
    const known = await lockRow(tx, context.db, HazardClue, 'inspectionId', key);
    if (!known || known.overturnedOn !== null) return null;
    const gone = { overturnedOn: context.today };
    const changes: Partial<HazardClue> =
      known.status === 'OPEN'
        ? { ...gone, status: 'WITHDRAWN', decidedOn: context.today, reason: REASONS[event] ?? event }
        : gone;
    await changeRow(tx, context, HazardClue, 'number', known.number, changes);
    return {
      operation: 'withdrawHazardClue',
      subjects: [journalSubject(HazardClue, { ...known, ...changes })],
    };
  },
});

const REASONS: Readonly<Record<string, string>> = {
  'inspection.corrected': '检验报告已更正为合格',
  'inspection.takenBack': '检验报告已撤回',
};
