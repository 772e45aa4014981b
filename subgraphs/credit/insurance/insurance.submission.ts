import { InputType } from 'type-graphql';
import { FieldMissing, Sent, SubmittedInput, date, oneOf, regionCode, text, uscc, whole, type Submission, checkDay } from '../../kernel';
import { InsuranceField, SafetyInsurance } from './insurance';

@InputType({
  description: '安责险报送；应投保未投保的也报送，保单各项不填. An enterprise that must be insured; one that is not leaves its policy out.',
})
export class SafetyInsuranceInput extends SubmittedInput {
  @Sent(uscc, '单位的统一社会信用代码. The enterprise.')
  uscc: string;

  @Sent(regionCode, '单位所在区划代码. Its division.')
  regionCode: string;

  @Sent(oneOf(InsuranceField), '行业领域，见 InsuranceField. A value of InsuranceField.')
  field: InsuranceField;

  @Sent(text(100), '承保机构. The insurer.', { optional: true })
  insurer: string | null;

  @Sent(text(64), '保单号. The number of the policy.', { optional: true })
  policyNumber: string | null;

  @Sent(date, '保险期间起. The first day that is insured.', { optional: true })
  validFrom: string | null;

  @Sent(date, '保险期间止. The last day that is insured.', { optional: true })
  validUntil: string | null;

  @Sent(whole(0, 10_000), '保险机构事故预防服务次数. How often the insurer has helped to prevent accidents.', { default: 0 })
  preventionServices: number;
}

const POLICY = ['insurer', 'policyNumber', 'validFrom', 'validUntil'] as const;

export const insuranceSubmission: Submission<SafetyInsuranceInput, SafetyInsurance, null> = {
  kind: 'safety-insurances',
  term: { zh: '安全生产责任保险', en: 'insurance policy' },
  mutation: 'submitSafetyInsurances',
  subgraph: 'credit',
  input: SafetyInsuranceInput,
  entity: SafetyInsurance,
  key: 'id',
  prepare: async () => null,
  toRow({ sourceId, revision: _, ...record }, __, source) {
    checkPolicy(record);
    return { ...record, id: `${source}/${sourceId}` };
  },
};

/** A policy is whole or absent. */
function checkPolicy(record: Pick<SafetyInsuranceInput, (typeof POLICY)[number]>): void {
  const missing = POLICY.filter((field) => record[field] === null);
  if (missing.length === POLICY.length) return;
  if (missing[0] !== undefined) throw FieldMissing({ field: missing[0] });
  const { validFrom, validUntil } = record;
  checkDay('validUntil', validUntil, { from: validFrom });
}
