import sql, { raw } from 'sql-template-tag';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Shared, defineLoader, type RequestContext } from '../../kernel';
import { DishonestyListing } from '../listing/listing';
import { JointMeasure, jointMeasures } from '../measure';
import { Department } from '../others';
import { MeasureFeedback } from './feedback';

const feedbackOfListing = defineLoader<{ id: string; feedback: MeasureFeedback[] }>(
  async ({ db }, ids) => {
    const rows = await db.byKey<MeasureFeedback>(
      sql`SELECT ${raw(db.columns(MeasureFeedback))} FROM measure_feedback WHERE listing_id = ANY(${ids}::varchar[]) ORDER BY taken_on, id`,
    );
    const found = new Map(ids.map((id) => [id, { id, feedback: [] as MeasureFeedback[] }]));
    for (const row of rows) found.get(row.listingId)?.feedback.push(row);
    return [...found.values()];
  },
  ({ id }) => id,
);

@Resolver(() => DishonestyListing)
export class ListingFeedbackResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => [MeasureFeedback], { nullable: true, description: '联合惩戒反馈，按日期排序. What departments have done, by date.' })
  async feedback(@Root() { id }: DishonestyListing, @Ctx() context: RequestContext) {
    return (await feedbackOfListing(context).load(id))?.feedback ?? [];
  }
}

@Resolver(() => MeasureFeedback)
export class MeasureFeedbackResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => JointMeasure, { nullable: true, description: '实施的措施. The measure.' })
  measure(@Root() { measureCode }: MeasureFeedback) {
    return jointMeasures.find(({ code }) => code === measureCode) ?? null;
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Department, { nullable: true, description: '实施部门. The department that applied it.' })
  department(@Root() { departmentCode }: MeasureFeedback) {
    return { code: departmentCode };
  }
}
