import { ObjectType } from 'type-graphql';
import { MissingReason, Served, count, oneOf, whole } from '../../kernel';

const ALWAYS = { always: true };
const OPTIONAL = { optional: true } as const;

@ObjectType({
  description:
    '消防上门检查次数. How often fire and rescue has inspected an enterprise in a year, and the fire checks beside it.',
  simpleResolvers: true,
})
export class FireVisits {
  @Served('UNCONDITIONAL', whole(0, 9999), '年份. The year of the visits.', ALWAYS) year: number;

  @Served(
    'UNCONDITIONAL',
    count,
    '检查次数，以执法部门的监督检查记录为准. The inspections that are on record with enforcement; null if they could not be asked for.',
    OPTIONAL,
  )
  inspections: number | null;

  @Served(
    'UNCONDITIONAL',
    count,
    '另行报送的消防检查记录数，并列以供核对. The fire checks that were submitted, beside it and never instead.',
    ALWAYS,
  )
  fireChecks: number;

  @Served(
    'UNCONDITIONAL',
    whole(-2_147_483_648, 2_147_483_647),
    '消防检查记录数减监督检查次数. The fire checks less the inspections on record.',
    OPTIONAL,
  )
  difference: number | null;

  @Served(
    'PUBLIC',
    oneOf(MissingReason),
    '缺数原因. The reason for which the inspections are not known.',
    OPTIONAL,
  )
  missing: MissingReason | null;
}
