import sql from 'sql-template-tag';
import { ObjectType } from 'type-graphql';
import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import {
  Fact,
  Kept,
  code,
  date,
  departmentCode,
  documentNumber,
  insertRows,
  manyBy,
  oneOf,
  vocabulary,
  type RequestContext,
  type Transaction,
} from '../../kernel';
import { actingDepartment } from '../acting-department';

export const ListingStepKind = vocabulary('ListingStepKind', '办理环节. What was done about a listing.', {
  NOTICE: '事先告知. The subject was told of the intent.',
  OBJECTION: '陈述申辩. The subject objected.',
  DECISION: '列入决定. It was decided to list.',
  DROPPED: '不予列入. It was decided not to list.',
  PUBLICATION: '公示. It was put on the national publicity system.',
  REPAIR_APPLIED: '申请信用修复. Early removal was asked for.',
  REPAIR_ACCEPTED: '受理修复申请. The application was accepted.',
  REPAIR_NOT_ACCEPTED: '不予受理. The application was not accepted.',
  REPAIR_GRANTED: '准予修复，提前移出. Early removal was granted.',
  REPAIR_REFUSED: '不予修复. Early removal was refused.',
  RESTORED: '弄虚作假，恢复列入. The application was false: it is on the list again.',
  REVOCATION: '撤销列入决定. The decision was annulled.',
});
export type ListingStepKind = keyof typeof ListingStepKind;

/** Appended with every step, never changed: the table refuses it. */
@Entity()
@Index('listing_step_by_listing', ['listingId', 'sequence'])
@ObjectType({ description: '办理记录. A step that was taken about a listing.', simpleResolvers: true })
export class ListingStep {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  sequence: string;

  @Kept(code(130), '列入记录编号. The id of the listing.')
  listingId: string;

  @Fact('UNCONDITIONAL', oneOf(ListingStepKind, 20), '环节. The step that was taken.')
  step: ListingStepKind;

  @Fact('UNCONDITIONAL', date, '日期. The day on which the step was taken.')
  takenOn: string;

  @Fact(
    'UNCONDITIONAL',
    documentNumber(100),
    '文书号. The number of the document of the step, where it has one.',
    { optional: true, column: { collation: undefined } },
  )
  document: string | null;

  @Fact('UNCONDITIONAL', departmentCode, '办理部门代码. The code of the department that took the step.')
  departmentCode: string;
}

/** The steps about listings in their order: read through a listing, whose own rule says who sees it. */
export const stepsOfListing = manyBy(ListingStep, 'listingId', sql`sequence`);

/** Puts a step on record, in the transaction that takes it. */
export function recordStep(
  tx: Transaction,
  context: RequestContext,
  step: Pick<ListingStep, 'listingId' | 'step' | 'takenOn' | 'document'>,
): Promise<void> {
  return insertRows(tx, context, ListingStep, [
    { ...step, departmentCode: actingDepartment(context.caller) },
  ]);
}
