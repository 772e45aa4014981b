import type { DepartmentKind } from '../kernel';
import { daysFrom, type DemoEnterprise } from './enterprises';
import type { DemoPart, Sending } from './parts';
import { Chance } from './random';

/** Of a hundred enterprises so many were inspected within the year, some by two departments ([G]). */
const INSPECTED_SHARE = 0.35;
const DEPARTMENTS = [
  ['MARKET_SUPERVISION', 5],
  ['EMERGENCY_MANAGEMENT', 3],
  ['FIRE_RESCUE', 2],
] as const satisfies readonly (readonly [DepartmentKind, number])[];
const MODES = [
  ['DAILY', 6],
  ['DOUBLE_RANDOM', 3],
  ['FOUR_NOS_TWO_DIRECTS', 1],
] as const;
const STEPS = ['CHECK', 'EXPLAIN', 'ASSIGN', 'SIGN', 'ACCEPT'];

interface Visit {
  department: DepartmentKind;
  record: object;
}

/** 监督检查: none, one or two visits of an enterprise. */
export const enforcementInspections: DemoPart = {
  make({ seed, asOf, enterprises }) {
    const visits = enterprises.flatMap((enterprise) => makeVisits(seed, enterprise, asOf));
    return DEPARTMENTS.map(([department]): Sending => {
      const records = visits.filter((visit) => visit.department === department).map(({ record }) => record);
      return { kind: 'supervisory-inspections', records, department };
    });
  },
};

function makeVisits(seed: number, enterprise: DemoEnterprise, asOf: string): Visit[] {
  const chance = new Chance(seed, `visits ${enterprise.index}`);
  if (!enterprise.operating || !chance.is(INSPECTED_SHARE)) return [];
  return Array.from({ length: chance.is(0.1) ? 2 : 1 }, (_, at) =>
    makeVisit(chance, enterprise, `v${seed}-${enterprise.index}-${at}`, asOf),
  );
}

function makeVisit(chance: Chance, { uscc, county }: DemoEnterprise, sourceId: string, asOf: string): Visit {
  const department = chance.weighted(DEPARTMENTS);
  const findings = chance.is(0.4) ? 1 + chance.below(5) : 0;
  const record = {
    sourceId,
    uscc,
    regionCode: county.code,
    departmentCode: `${county.code}-${department}`,
    inspectedOn: daysFrom(asOf, -1 - chance.below(300)),
    mode: chance.weighted(MODES),
    findings,
    steps: STEPS.slice(0, findings > 0 ? 4 : 1),
    expertAttached: chance.is(0.2) ? 1 : 0,
    summary: findings > 0 ? '合成数据：发现问题，已现场交办' : '合成数据：未发现问题',
  };
  return { department, record };
}
