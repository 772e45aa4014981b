import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { CodeColumn, DateOnly, Shared } from '../../kernel';
import { CccStatus } from './certificate';

/** Only ever added to. */
@Entity()
@Index('ccc_status_event_by_certificate', ['certificateNumber', 'id'])
@ObjectType({ description: '证书状态变更记录. One change of a certificate’s status.', simpleResolvers: true })
export class CccStatusEvent {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @CodeColumn(16)
  @Shared('PUBLIC')
  @Field(() => ID, { description: '证书编号. The number of the certificate.' })
  certificateNumber: string;

  @CodeColumn(12)
  @Shared('PUBLIC')
  @Field(() => CccStatus, { description: '变更后的状态. What it became.' })
  status: CccStatus;

  @Column('date')
  @Shared('PUBLIC')
  @Field(() => DateOnly, { description: '变更日期. On this day.' })
  since: string;

  @Column('varchar', { length: 300, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '原因. Why.' })
  reason: string | null;

  /** Who decided: a department, or the source that reported it. */
  @CodeColumn(100)
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '决定部门或报送来源. Which department decided, or which source reported it.' })
  decidedBy: string;

  @CodeColumn(12)
  regionCode: string;
}
