import sql, { raw } from 'sql-template-tag';
import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import {
  DateOnly,
  RegionCode,
  Shared,
  Uscc,
  arrayOf,
  code,
  date,
  factsOf,
  industry,
  isInsider,
  objectOf,
  orNull,
  rulesBeside,
  text,
  whereAnswered,
  workedOut,
  type RequestContext,
} from '../../kernel';
import { Enterprise } from '../enterprise/enterprise';
import { priorLicencesOf } from '../enterprise/enterprise.lists';
import { isHeadBarred } from '../enterprise/head.lists';
import type { PriorLicence } from '../enterprise/prior-licence';
import { LegalRule } from '../rule/legal-rule';
import { served } from '../rule/legal-rule.rules';
import { priorLicences } from './catalogue';
import {
  LicenceRequirement,
  LicenceShown,
  RegistrationGate,
  type GateListing,
  type GateReason,
} from './gate';
import { changeRegistrationBy, gateOf, isFiled, reason, type Filing } from './gate.rules';
import { IndustryRestriction } from './industry-restriction';

@ArgsType()
class GateArgs {
  @Field(() => String, {
    description:
      '拟登记行业代码 (GB/T 4754-2017)，可带门类字母. The industry, two to four digits, with or without its letter.',
  })
  industryCode: string;

  @Field(() => RegionCode, { description: '拟登记地区划代码. The code of the division.' })
  regionCode: string;

  @Field(() => [LicenceShown], {
    nullable: true,
    description: '申请人提交的前置许可. The licences that the applicant shows.',
  })
  licences?: LicenceShown[] | null;

  @Field(() => Uscc, {
    nullable: true,
    description: '已登记主体（变更时）. The enterprise, if it is registered: its licences count as well.',
  })
  uscc?: string | null;

  @Field(() => DateOnly, {
    nullable: true,
    description: '申请日期，缺省为当日. The day of filing, by default today.',
  })
  on?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '拟登记所在园区名称；空文本不可，不在任何园区填“无”. The name of the park that it is in; 无 where it is in none.',
  })
  area?: string | null;
}

/** The restrictions of a division and of those above it. */
async function restrictionsAt({ db }: RequestContext, code: string): Promise<IndustryRestriction[]> {
  const above = [
    code,
    code.slice(0, 9),
    code.slice(0, 6),
    `${code.slice(0, 4)}00`,
    `${code.slice(0, 2)}0000`,
    '000000',
  ];
  return db.byKey(
    sql`SELECT ${raw(db.columns(IndustryRestriction))} FROM industry_restriction WHERE region_code = ANY(${above}::varchar[]) ORDER BY id`,
  );
}

/** Listings as credit publishes them; the gate is for anyone, so it tells of nothing else. */
const listingsOf = factsOf(Enterprise, {
  from: 'credit',
  fields: 'dishonestyListings { list status listedOn expiresOn basisDocument measures }',
  facts: objectOf({
    dishonestyListings: arrayOf(
      objectOf({
        list: code(40),
        status: code(20),
        listedOn: orNull(date),
        expiresOn: orNull(date),
        basisDocument: text(200),
        measures: arrayOf(text(60)),
      }),
    ),
  }),
});

/** The lists that an enterprise is on that day. */
async function listedOn(context: RequestContext, uscc: string, on: string): Promise<GateListing[]> {
  const { dishonestyListings = [] } = (await listingsOf(context, uscc)) ?? {};
  return dishonestyListings.filter(
    (listing) =>
      listing.status === 'LISTED' &&
      listing.listedOn !== null &&
      listing.listedOn <= on &&
      (listing.expiresOn === null || on <= listing.expiresOn),
  );
}

/** Whether whoever heads it is barred on that day from what is filed. Bans are for agencies: to anyone else it is left open. */
async function headReasons(
  context: RequestContext,
  uscc: string,
  { industry: filed, on }: Filing,
): Promise<GateReason[]> {
  if (!isFiled(filed)) return [];
  const isBarred = isInsider(context.caller)
    ? await whereAnswered(isHeadBarred(context, uscc, on, filed))
    : null;
  if (isBarred === null) return [reason('PRINCIPAL_UNCHECKED', '')];
  return isBarred ? [reason('PRINCIPAL_BARRED', on)] : [];
}

async function registrationGate(context: RequestContext, args: GateArgs): Promise<RegistrationGate> {
  const { uscc } = args;
  const on = args.on ?? context.today;
  const shown = (args.licences ?? []).map(({ name, grantedOn, validUntil }) => ({
    name,
    grantedOn: grantedOn ?? null,
    validUntil: validUntil ?? null,
    endedOn: null,
    suspendedOn: null,
    suspendedUntil: null,
  }));
  const filing = {
    industry: industry.normal?.(args.industryCode) ?? args.industryCode,
    on,
    area: args.area ?? undefined,
  };
  const [known, restrictions, ofHead, listings] = await Promise.all([
    uscc ? priorLicencesOf(context)(uscc) : [],
    restrictionsAt(context, args.regionCode),
    uscc ? headReasons(context, uscc, filing) : [],
    uscc ? whereAnswered(listedOn(context, uscc, on)) : [],
  ]);
  const ofListings = listings?.map(({ basisDocument }) => reason('ON_DISHONESTY_LIST', basisDocument)) ?? [
    reason('LISTING_UNCHECKED', ''),
  ];
  const gate = gateOf(filing, priorLicences, restrictions, [...known, ...shown], [...ofHead, ...ofListings]);
  return { ...gate, listings };
}

export const priorLicenceFields = {
  changeRegistrationBy: workedOut(
    'PUBLIC',
    date,
    '应变更或注销登记的期限；许可未失效为空. By when the registration must follow; null while the licence has not ended.',
    (licence: PriorLicence) => changeRegistrationBy(licence)?.date,
  ),
  ...rulesBeside<PriorLicence>(
    () => LegalRule,
    'PUBLIC',
    { changeRegistrationBy: (licence) => changeRegistrationBy(licence)?.rule },
    served,
  ),
};

@Resolver()
export class GateResolver {
  @Shared('PUBLIC')
  @Query(() => RegistrationGate, {
    nullable: true,
    description: '登记前置判断（先证后照）. Whether an enterprise may be registered, and why.',
  })
  registrationGate(@Args(() => GateArgs) args: GateArgs, @Ctx() context: RequestContext) {
    return registrationGate(context, args);
  }

  @Shared('PUBLIC')
  @Query(() => [LicenceRequirement], {
    nullable: true,
    description: '各行业所需前置许可. The prior licences that industries need.',
  })
  priorLicenceRequirements() {
    return priorLicences.requirements;
  }
}
