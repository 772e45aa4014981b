import { FieldMissing, checkDay } from '../../kernel';
import type { InsuranceField, SafetyInsuranceInput } from './insurance';

/** 建安区提醒函: six named fields by the end of 2024, others by the end of 2025. */
export const DUE: Readonly<Record<InsuranceField, string>> = {
  COAL_MINE: '2024-12-31',
  NON_COAL_MINE: '2024-12-31',
  HAZARDOUS_CHEMICALS: '2024-12-31',
  TRANSPORT: '2024-12-31',
  CONSTRUCTION: '2024-12-31',
  CIVIL_EXPLOSIVES: '2024-12-31',
  OTHER_HIGH_RISK: '2025-12-31',
};

const POLICY = ['insurer', 'policyNumber', 'validFrom', 'validUntil'] as const;

/** A policy is whole or absent. */
export function checkPolicy(record: Pick<SafetyInsuranceInput, (typeof POLICY)[number]>): void {
  const missing = POLICY.filter((field) => record[field] === null);
  if (missing.length === POLICY.length) return;
  if (missing[0] !== undefined) throw FieldMissing({ field: missing[0] });
  checkDay('validUntil', record.validUntil, { from: record.validFrom });
}
