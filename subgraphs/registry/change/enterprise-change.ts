import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { CodeColumn, DateTime, Shared, connectionOf, vocabulary, type List, type Transaction } from '../../kernel';
import { EnterpriseStatus } from '../enterprise';

export const EnterpriseChangeKind = vocabulary('EnterpriseChangeKind', '主体变更类别. What has changed of an enterprise.', {
  REGISTERED: '新设. It is new.',
  STATUS: '登记状态变更. Its state.',
  PRINCIPAL: '法定代表人变更. Its legal representative.',
});
export type EnterpriseChangeKind = keyof typeof EnterpriseChangeKind;

/** Only ever added to: the table itself refuses changes. What other departments follow. */
@Entity()
@Index('enterprise_change_by_enterprise', ['uscc', 'sequence'])
@ObjectType({ description: '市场主体变更. A change of an enterprise that other departments act on.', simpleResolvers: true })
export class EnterpriseChange {
  @PrimaryColumn('bigint', { generated: 'identity', generatedIdentity: 'ALWAYS' })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '序号. Its place in the order of changes.' })
  sequence: string;

  @CodeColumn(18)
  uscc: string;

  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(12)
  @Shared('UNCONDITIONAL')
  @Field(() => EnterpriseChangeKind, { nullable: true, description: '类别. What has changed.' })
  kind: EnterpriseChangeKind;

  @CodeColumn(12, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => EnterpriseStatus, { nullable: true, description: '此前状态；新设为空. Its state before; null if it is new.' })
  fromStatus: EnterpriseStatus | null;

  @CodeColumn(12)
  @Shared('UNCONDITIONAL')
  @Field(() => EnterpriseStatus, { nullable: true, description: '此后状态. Its state from then on.' })
  status: EnterpriseStatus;

  @Column('varchar', { length: 100, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '此后的法定代表人. Its legal representative from then on.' })
  legalRepresentative: string | null;

  @Column('varchar', { length: 200, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '关闭决定文书；非关闭为空. The decision to close it; null for other changes.' })
  closedBy: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  @Shared('UNCONDITIONAL')
  @Field(() => DateTime, { nullable: true, description: '记录时间. When it was recorded.' })
  at: Date;
}

export const EnterpriseChangeConnection = connectionOf('EnterpriseChange', '市场主体变更', () => EnterpriseChange);
export const ENTERPRISE_CHANGES: List<EnterpriseChange> = { name: 'enterpriseChanges', entity: EnterpriseChange, order: ['sequence'] };
export const HISTORY: List<EnterpriseChange> = {
  name: 'enterpriseHistory',
  entity: EnterpriseChange,
  order: ['sequence'],
  descending: true,
};

/**
 * Whoever adds changes waits here until the one before has committed, so sequences become visible in their order and a
 * reader that goes on after a cursor can miss none. Taken after the rows are locked and before the audit chain's lock.
 */
export async function waitInLine(tx: Transaction): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtext(current_schema() || ' changes'))");
}

/** Records what has changed of enterprises since the last change that is known of each. Correcting a name or an address is none. */
export async function recordChanges(tx: Transaction, usccs: readonly string[]): Promise<void> {
  await waitInLine(tx);
  await tx.query(
    `INSERT INTO enterprise_change (uscc, region_code, kind, from_status, status, legal_representative)
     SELECT uscc, stored.region_code, kind, last.status, stored.status, stored.legal_representative
     FROM enterprise AS stored
     LEFT JOIN LATERAL (
       SELECT status, legal_representative FROM enterprise_change WHERE uscc = stored.uscc ORDER BY sequence DESC LIMIT 1
     ) AS last ON true
     JOIN LATERAL (VALUES ('REGISTERED', last.status IS NULL), ('STATUS', last.status <> stored.status),
       ('PRINCIPAL', last.status IS NOT NULL AND last.legal_representative IS DISTINCT FROM stored.legal_representative)
     ) AS change(kind, holds) ON holds
     WHERE uscc = ANY($1::varchar[]) ORDER BY uscc, kind DESC`,
    [usccs],
  );
}
