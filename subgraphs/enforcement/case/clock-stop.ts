import { Field, ObjectType } from 'type-graphql';
import { DateOnly, Shared } from '../../kernel';
import { ClockStopReason } from './case-terms';

@ObjectType({ description: '不计入办案期限的期间. A time that does not count.', simpleResolvers: true })
export class ClockStop {
  @Shared('UNCONDITIONAL')
  @Field(() => ClockStopReason, { description: '事由. Why.' })
  reason: ClockStopReason;

  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { description: '起. The day on which the clock was stopped.' })
  from: string;

  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '止. The day on which it ran again; null while it stands.' })
  to: string | null;
}
