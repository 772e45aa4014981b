import { verifyAudit } from '../../../subgraphs/kernel';
import { figure } from '../../support/figure';
import { TEST_SETTINGS } from '../../support/settings';
import { everyone } from './askings';
import type { Asking } from './levels';
import type { Matrix } from './matrix';
import { recordedReads, subjectsOf } from './records';
import { rules, type Stage } from './stage';

async function expectNoFault(matrix: Matrix, asking: Asking): Promise<void> {
  const before = { ...matrix.compared };
  const faults = await matrix.faultsFor(asking);
  figure('faults of levels, leaked canaries included', faults.length);
  figure('answers held against the levels', matrix.compared.answers - before.answers);
  figure('fields held against the levels', matrix.compared.fields - before.fields);
  expect(faults).toEqual([]);
}

/** Every kind of caller, in parts that take about as long as each other: a few kinds own something and ask most. */
export type Part = 'owners' | 'others';
const kinds = [...everyone(rules)];
const MANY = 2;

export function kindsOf(part: Part): Map<string, readonly Asking[]> {
  return new Map(kinds.filter(([, askings]) => askings.length > MANY === (part === 'owners')));
}

/** What each kind of a part is shown, by every way, and what is on record of it afterwards. */
export function describeKinds(part: Part, stageOf: () => Stage): void {
  const mine = kindsOf(part);
  const asked = new Set<Asking>();

  describe.each([...mine])('%s', (_, askings) => {
    test('through the gateway every field MUST be shown, hidden and refused as its level says, and no canary MUST leak', async () => {
      for (const asking of askings) await expectNoFault(stageOf().gateway, asking);
      askings.forEach((asking) => asked.add(asking));
    });

    test('asked directly every subgraph MUST do the same', async () => {
      for (const asking of askings) {
        for (const matrix of stageOf().direct.values()) await expectNoFault(matrix, asking);
      }
    });
  });

  describe('the record of who has read what', () => {
    test('every guarded read MUST be on record with department, purpose, fields and subjects, and nothing else', async () => {
      const { platform, gateway, direct } = stageOf();
      const recorded = await recordedReads(platform);
      expect(asked.size).toBeGreaterThan(0);
      for (const asking of asked) {
        const shown = new Set([gateway, ...direct.values()].flatMap((matrix) => [...matrix.shownTo(asking)]));
        const { departmentCode, subject } = asking.caller;
        const of = recorded.get(subject ?? '');
        if (shown.size === 0) expect([asking.name, of]).toEqual([asking.name, undefined]);
        else {
          const subjects = await subjectsOf(platform, shown, asking);
          expect(of).toEqual({
            departments: new Set([departmentCode]),
            purposes: new Set([asking.purpose]),
            fields: shown,
            subjects,
          });
        }
      }
      expect([...recorded.keys()].filter((subject) => !/, (no )?scope, |^owner /.test(subject))).toEqual([]);
    });

    test('what an agency is refused MUST be on record, what anybody without a token is, MUST NOT', async () => {
      const refused = await recordedReads(stageOf().platform, 'refused');
      const agencies = [...asked].filter(({ caller }) => caller.department !== null);
      for (const { name, caller, purpose } of agencies) {
        const { departments, purposes, fields } = refused.get(caller.subject ?? '') ?? {};
        expect([name, departments, purposes]).toEqual([
          ...[name, new Set([caller.departmentCode]), new Set([purpose])],
        ]);
        expect(fields?.size).toBeGreaterThan(0);
      }
      expect([...refused.keys()].filter((subject) => !subject)).toEqual([]);
    });

    test('every journal MUST hold', async () => {
      for (const { db } of stageOf().platform.subgraphs.values())
        expect(await verifyAudit(db, TEST_SETTINGS.dataKey)).toMatchObject({ broken: null });
    });
  });
}
