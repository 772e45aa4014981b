import { ObjectType } from 'type-graphql';
import { Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Fact, Kept, asId, code, date, documentNumber, oneOf, prose, regionCode } from '../../kernel';
import { CccStatus } from './certificate';
import { certificateNumber } from './certificate.rules';

/** Only ever added to. */
@Entity()
@Index('ccc_status_event_by_certificate', ['certificateNumber', 'id'])
@ObjectType({ description: '证书状态变更记录. One change of a certificate’s status.', simpleResolvers: true })
export class CccStatusEvent {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Fact('PUBLIC', asId(certificateNumber), '证书编号. The number of the certificate.', { always: true })
  certificateNumber: string;

  @Fact('PUBLIC', oneOf(CccStatus), '变更后的状态. The status that the certificate came to have.', {
    always: true,
  })
  status: CccStatus;

  @Fact('PUBLIC', date, '变更日期. The day from which the certificate has that status.', { always: true })
  since: string;

  @Fact('UNCONDITIONAL', prose(300), '原因. The reason that was stated.', { optional: true })
  reason: string | null;

  @Fact('UNCONDITIONAL', documentNumber(200), '文书. The document by which it was decided.', {
    optional: true,
    column: { collation: undefined },
  })
  document: string | null;

  @Fact(
    'UNCONDITIONAL',
    code(100),
    '决定部门、发证机构（统一社会信用代码）或报送来源. The department that decided, the issuing body by its unified social credit code, or the source that reported it.',
  )
  decidedBy: string;

  @Kept(regionCode, '持证人所在地区划代码. The division of its holder.')
  regionCode: string;
}
