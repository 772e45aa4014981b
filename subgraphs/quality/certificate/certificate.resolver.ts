import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, RegionCode, Shared, type RequestContext } from '../../kernel';
import { catalogueOf } from '../catalogue/catalogue.loaders';
import { rowOn, rowsOf } from '../catalogue/catalogue.rules';
import { CccCategory } from '../catalogue/ccc-category';
import { CertificationBody, Laboratory } from '../institution/institution';
import { bodyByCode, laboratoryByCode } from '../institution/institution.loaders';
import { Enterprise, Matter, Region, enterpriseOf } from '../references';
import { CccCertificate, CccCertificateConnection, CccNumberParts, CccStatus } from './certificate';
import { CccStatusEvent } from './certificate-event';
import { CccStatusInput } from './certificate.inputs';
import {
  certificateByNumber,
  certificatesOfCategories,
  certificatesOfHolder,
  checksOfCertificate,
  eventsOfCertificate,
} from './certificate.loaders';
import { certificateNumber, partsOf, statusOn } from './certificate.rules';
import { decideCertificate, disposeValidityCheck } from './certificate.service';
import { CccValidityCheck } from './validity-check';
import { DisposeValidityCheckInput } from './validity-check.inputs';

@Resolver(() => CccCertificate)
export class CertificateResolver {
  @Shared('PUBLIC')
  @Query(() => CccCertificate, { nullable: true, description: '按编号查认证证书. The certificate with this number.' })
  cccCertificate(
    @Arg('number', () => ID, { description: '证书编号，16 位数字. Its number.' }) number: string,
    @Ctx() context: RequestContext,
  ) {
    return certificateByNumber(context).load(certificateNumber.parse(number, 'number'));
  }

  @Shared('PUBLIC')
  @FieldResolver(() => CccStatus, { description: '证书状态（当日）. Where it stands today.' })
  status(@Root() certificate: CccCertificate, @Ctx() { today }: RequestContext) {
    return statusOn(certificate, today);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => CccNumberParts, { nullable: true, description: '证书编号各部分. The parts of its number.' })
  numberParts(@Root() { number }: CccCertificate) {
    return partsOf(number);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Enterprise, { nullable: true, description: '持证人（认证委托人）. Who holds it.' })
  holder(@Root() { holderUscc }: CccCertificate) {
    return enterpriseOf(holderUscc);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Enterprise, { nullable: true, description: '生产者（制造商）. Who makes the product.' })
  manufacturer(@Root() { manufacturerUscc }: CccCertificate) {
    return enterpriseOf(manufacturerUscc);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Region, { nullable: true, description: '持证人所在地. Where its holder is.' })
  region(@Root() { regionCode }: CccCertificate): Region {
    return { code: regionCode };
  }

  @Shared('PUBLIC')
  @FieldResolver(() => CccCategory, { description: '产品类别，按发证日目录. Its category, as the catalogue had it on the day of issue.' })
  async category(@Root() { categoryCode, issuedOn }: CccCertificate, @Ctx() context: RequestContext) {
    return rowOn(rowsOf(await catalogueOf(context), categoryCode), issuedOn);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => CertificationBody, { description: '发证机构. Who issued it.' })
  body(@Root() { bodyCode }: CccCertificate, @Ctx() context: RequestContext) {
    return bodyByCode(context).load(bodyCode);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Laboratory, { nullable: true, description: '指定实验室. The designated laboratory that tested it.' })
  laboratory(@Root() { laboratoryCode }: CccCertificate, @Ctx() context: RequestContext) {
    return laboratoryCode === null ? null : laboratoryByCode(context).load(laboratoryCode);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => [CccStatusEvent], {
    nullable: true,
    description: '状态变更记录，早者在前. Its changes of status, the earliest first.',
  })
  async history(@Root() { number }: CccCertificate, @Ctx() context: RequestContext) {
    return (await eventsOfCertificate(context).load(number))?.events ?? [];
  }

  // The list is there for anyone, what it says is for agencies: each field of a check has its own level.
  @Shared('PUBLIC')
  @FieldResolver(() => [CccValidityCheck], { description: '有效性抽查，新的在前. Its validity checks, the latest first.' })
  async validityChecks(@Root() { number }: CccCertificate, @Ctx() context: RequestContext) {
    return (await checksOfCertificate(context).load(number))?.checks ?? [];
  }
}

@Resolver(() => Enterprise)
export class EnterpriseCertificatesResolver {
  @Shared('PUBLIC')
  @FieldResolver(() => CccCertificateConnection, { nullable: true, description: '持有的认证证书，按编号. The certificates that it holds.' })
  cccCertificates(@Root() { uscc }: Enterprise, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return certificatesOfHolder(context, uscc, args);
  }
}

@Resolver(() => Matter)
export class MatterCertificatesResolver {
  @Shared('PUBLIC')
  @FieldResolver(() => CccCertificateConnection, { nullable: true, description: '本事项范围内的认证证书. The certificates in its scope.' })
  @Directive('@requires(fields: "scope { productCategories }")')
  certificates(
    @Root() { scope }: Matter,
    @Arg('region', () => RegionCode, { nullable: true, description: '区划及其下级. In the subtree of this division.' })
    region: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return certificatesOfCategories(context, scope?.productCategories ?? [], region, args);
  }
}

@Resolver()
export class CertificateStepResolver {
  @Shared('UNCONDITIONAL')
  @Mutation(() => CccCertificate, { nullable: true, description: '暂停认证证书. Suspends a valid certificate.' })
  suspendCccCertificate(
    @Arg('input', () => CccStatusInput, { description: '决定. What is decided.' }) input: CccStatusInput,
    @Ctx() context: RequestContext,
  ) {
    return decideCertificate(context, 'suspendCccCertificate', 'SUSPEND', input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => CccCertificate, { nullable: true, description: '恢复认证证书. Makes a suspended certificate valid again.' })
  resumeCccCertificate(
    @Arg('input', () => CccStatusInput, { description: '决定. What is decided.' }) input: CccStatusInput,
    @Ctx() context: RequestContext,
  ) {
    return decideCertificate(context, 'resumeCccCertificate', 'RESUME', input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => CccCertificate, { nullable: true, description: '撤销认证证书. Revokes a certificate for a fault.' })
  revokeCccCertificate(
    @Arg('input', () => CccStatusInput, { description: '决定. What is decided.' }) input: CccStatusInput,
    @Ctx() context: RequestContext,
  ) {
    return decideCertificate(context, 'revokeCccCertificate', 'REVOKE', input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => CccCertificate, { nullable: true, description: '注销认证证书. Cancels a certificate.' })
  cancelCccCertificate(
    @Arg('input', () => CccStatusInput, { description: '决定. What is decided.' }) input: CccStatusInput,
    @Ctx() context: RequestContext,
  ) {
    return decideCertificate(context, 'cancelCccCertificate', 'CANCEL', input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => CccValidityCheck, { nullable: true, description: '处理有效性抽查不符合. Disposes of a check that has found a fault.' })
  disposeValidityCheck(
    @Arg('input', () => DisposeValidityCheckInput, { description: '处理. What is done.' }) input: DisposeValidityCheckInput,
    @Ctx() context: RequestContext,
  ) {
    return disposeValidityCheck(context, input);
  }
}
