import { equipment } from '../../../subgraphs/equipment';
import { composeUscc, type Caller } from '../../../subgraphs/kernel';
import { as } from '../../support/callers';
import { testBed, type TestBed } from '../../support/test-bed';

/** An officer of the whole country who may submit. */
export const officer: Caller = as.officer('MARKET_SUPERVISION', '000000', 'write:equipment');

export function usccOf(number: number): string {
  return composeUscc('91430682', `MA${String(number).padStart(6, '0')}`);
}

/** An officer of the whole country who may decide, another person than who submits. */
export const decider: Caller = {
  ...as.officer('MARKET_SUPERVISION', '000000', 'decide:equipment'),
  subject: 'test-decider',
};

/** The device code of 18 characters with this number. */
export function codeOf(number: number, kind = '3110'): string {
  return `${kind}431022024${String(number).padStart(5, '0')}`;
}

let serial = 0;

/** Records with sensible values, to be changed by a test. */
export const make = {
  equipment: (values: Record<string, unknown> = {}) => {
    const number = ++serial;
    return {
      sourceId: `e${number}`,
      code: codeOf(number, String(values.kindCode ?? '3110')),
      kindCode: '3110',
      userUscc: usccOf(1),
      regionCode: '430682',
      location: '1 号楼',
      ...values,
    };
  },
  inspection: (equipmentCode: string, inspectedOn: string, values: Record<string, unknown> = {}) => ({
    sourceId: `i${++serial}`,
    equipmentCode,
    inspectedOn,
    conclusion: 'QUALIFIED',
    ...values,
  }),
  test: (equipmentCode: string, testedOn: string, values: Record<string, unknown> = {}) => ({
    sourceId: `t${++serial}`,
    equipmentCode,
    testedOn,
    result: 'CONFORMING',
    ...values,
  }),
  cylinder: (values: Record<string, unknown> = {}) => ({
    sourceId: `c${++serial}`,
    serial: `O2-${serial}`,
    medium: '氧气',
    valve: 'RESIDUAL_PRESSURE',
    ownerUscc: usccOf(1),
    regionCode: '430682',
    manufacturedOn: '2024-05-31',
    ...values,
  }),
  filling: (cylinderSerial: string, filledOn: string, values: Record<string, unknown> = {}) => ({
    sourceId: `f${++serial}`,
    cylinderSerial,
    fillerUscc: usccOf(2),
    regionCode: '430682',
    filledOn,
    ...values,
  }),
  appointment: (equipmentCodes: string[], values: Record<string, unknown> = {}) => ({
    sourceId: `a${++serial}`,
    uscc: usccOf(1),
    regionCode: '430682',
    name: '张三',
    phone: '13900000000',
    role: 'SAFETY_OFFICER',
    category: 'ELEVATOR',
    equipmentCodes,
    appointedOn: '2025-01-01',
    ...values,
  }),
  check: (period: string, checkedOn: string, values: Record<string, unknown> = {}) => ({
    sourceId: `k${++serial}`,
    uscc: usccOf(1),
    regionCode: '430682',
    period,
    checkedOn,
    hazardsFound: 0,
    ...values,
  }),
  order: (values: Record<string, unknown> = {}) => ({
    sourceId: `o${++serial}`,
    number: `特监〔2026〕${serial}号`,
    uscc: usccOf(1),
    regionCode: '430682',
    departmentCode: '430682-MARKET_SUPERVISION',
    issuedOn: '2026-06-01',
    rectifyBy: '2026-06-15',
    content: '停止使用，限期检验',
    ...values,
  }),
};

/** The equipment subgraph; an officer of the whole country submits. */
export const equipmentBed = () => testBed(equipment, { officer, known: {} });

/** Reads a device as an officer. */
export async function deviceOf(bed: TestBed, code: string, fields: string): Promise<Record<string, unknown>> {
  const answer = await bed.run(`query ($code: ID!) { equipment(code: $code) { ${fields} } }`, {
    caller: officer,
    variables: { code },
  });
  return answer.data.equipment as Record<string, unknown>;
}
