import { Index, PrimaryColumn } from 'typeorm';
import {
  Fact,
  Kept,
  Noun,
  RefersTo,
  Served,
  id,
  moment,
  oneOf,
  regionCode,
  text,
  vocabulary,
  undashedCode,
  documentNumber,
  type Transaction,
} from '../../kernel';
import { Enterprise, EnterpriseStatus } from '../enterprise/enterprise';

export const EnterpriseChangeKind = vocabulary(
  'EnterpriseChangeKind',
  '主体变更类别. What has changed of an enterprise.',
  {
    REGISTERED: '新设. The enterprise was newly registered.',
    STATUS: '登记状态变更. The state in the register changed.',
    PRINCIPAL: '法定代表人变更. The legal representative changed.',
    WITHDRAWN:
      '误报撤回. The enterprise was registered by a mistaken import, which was taken back: forget it.',
  },
);
export type EnterpriseChangeKind = keyof typeof EnterpriseChangeKind;

/** Only ever added to: the table itself refuses changes. What other departments follow. */
@Noun('市场主体变更. A change of an enterprise that other departments act on.', {
  key: false,
  term: { zh: '市场主体变更', en: 'change of an enterprise' },
})
@Index('enterprise_change_by_enterprise', ['uscc', 'sequence'])
export class EnterpriseChange {
  @PrimaryColumn('bigint', { generated: 'identity', generatedIdentity: 'ALWAYS' })
  @Served('UNCONDITIONAL', id(20), '序号. Its place in the order of changes.')
  sequence: string;

  @RefersTo(
    () => Enterprise,
    undashedCode(18),
    'UNCONDITIONAL',
    '市场主体. The enterprise that has changed.',
    {
      as: 'enterprise',
      back: {
        name: 'history',
        level: 'UNCONDITIONAL',
        says: '变更历史，新的在前. Its changes, the latest first.',
        order: ['sequence'],
        descending: true,
        period: 'at',
        state: 'kind',
      },
    },
  )
  uscc: string;

  @Kept(regionCode, '登记地区划代码. The division that it is registered in.') regionCode: string;
  @Fact('UNCONDITIONAL', oneOf(EnterpriseChangeKind), '类别. What kind of change it is.')
  kind: EnterpriseChangeKind;

  @Fact(
    'UNCONDITIONAL',
    oneOf(EnterpriseStatus),
    '此前状态；新设为空. Its state before; null if it is new.',
    { optional: true },
  )
  fromStatus: EnterpriseStatus | null;

  @Fact('UNCONDITIONAL', oneOf(EnterpriseStatus), '此后状态. Its state from then on.')
  status: EnterpriseStatus;

  @Fact('UNCONDITIONAL', text(100), '此后的法定代表人. Its legal representative from then on.', {
    optional: true,
  })
  legalRepresentative: string | null;

  @Fact(
    'UNCONDITIONAL',
    documentNumber(200),
    '关闭决定文书；非关闭为空. The decision to close it; null for other changes.',
    { optional: true, column: { collation: undefined } },
  )
  closedBy: string | null;

  @Fact('UNCONDITIONAL', moment, '记录时间. The moment at which it was recorded.', {
    column: { default: () => 'now()' },
  })
  at: Date;
}

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
       SELECT CASE WHEN kind <> 'WITHDRAWN' THEN status END AS status, legal_representative
       FROM enterprise_change WHERE uscc = stored.uscc ORDER BY sequence DESC LIMIT 1
     ) AS last ON true
     JOIN LATERAL (VALUES ('REGISTERED', last.status IS NULL), ('STATUS', last.status <> stored.status),
       ('PRINCIPAL', last.status IS NOT NULL AND last.legal_representative IS DISTINCT FROM stored.legal_representative)
     ) AS change(kind, holds) ON holds
     WHERE uscc = ANY($1::varchar[]) ORDER BY uscc, kind DESC`,
    [usccs],
  );
}

/** Tells whoever follows the changes that these enterprises, which an import had brought by mistake, are gone. */
export async function recordWithdrawals(tx: Transaction, enterprises: readonly string[]): Promise<void> {
  await waitInLine(tx);
  await tx.query(
    `INSERT INTO enterprise_change (uscc, region_code, kind, from_status, status)
     SELECT DISTINCT ON (uscc) uscc, region_code, 'WITHDRAWN', status, status FROM enterprise_change
     WHERE uscc = ANY($1::varchar[]) ORDER BY uscc, sequence DESC`,
    [enterprises],
  );
}
