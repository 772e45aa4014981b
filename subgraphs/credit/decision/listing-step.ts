import { Field, ID, ObjectType } from 'type-graphql';
import sql from 'sql-template-tag';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { CodeColumn, DateOnly, Shared, defineLoader, vocabulary } from '../../kernel';

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

  @CodeColumn(130)
  listingId: string;

  @CodeColumn(20)
  @Shared('UNCONDITIONAL')
  @Field(() => ListingStepKind, { nullable: true, description: '环节. What was done.' })
  step: ListingStepKind;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '日期. When.' })
  takenOn: string;

  @Column('varchar', { length: 100, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '文书号. The document.' })
  document: string | null;

  @CodeColumn(40)
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '办理部门代码. By which department.' })
  departmentCode: string;
}

/** The steps about listings in their order: read through a listing, whose own rule says who sees it. */
export const stepsOf = defineLoader<{ listingId: string; steps: ListingStep[] }>(
  async ({ db }, ids) => {
    const rows = await db.byKey<ListingStep>(
      sql`SELECT listing_id AS "listingId", step, taken_on AS "takenOn", document, department_code AS "departmentCode"
        FROM listing_step WHERE listing_id = ANY(${ids}::varchar[]) ORDER BY listing_id, sequence`,
    );
    return ids.map((listingId) => ({ listingId, steps: rows.filter((row) => row.listingId === listingId) }));
  },
  ({ listingId }) => listingId,
);
