import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sql, { raw } from 'sql-template-tag';
import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import {
  DateOnly,
  RegionCode,
  Shared,
  Uscc,
  date,
  workedOut,
  industry,
  type RequestContext,
} from '../../kernel';
import { priorLicencesOf } from '../enterprise/enterprise.lists';
import type { PriorLicence } from '../enterprise/prior-licence';
import { LicenceRequirement, LicenceShown, RegistrationGate } from './gate';
import { changeRegistrationBy, gateOf } from './gate.rules';
import { IndustryRestriction } from './industry-restriction';

const requirements = JSON.parse(
  readFileSync(join(__dirname, '../official/prior-licences.json'), 'utf8'),
) as readonly LicenceRequirement[];

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

async function registrationGate(context: RequestContext, args: GateArgs): Promise<RegistrationGate> {
  const known = args.uscc ? await priorLicencesOf(context)(args.uscc) : [];
  const shown = (args.licences ?? []).map(({ name, grantedOn, validUntil }) => ({
    name,
    grantedOn: grantedOn ?? null,
    validUntil: validUntil ?? null,
    endedOn: null,
  }));
  const restrictions = await restrictionsAt(context, args.regionCode);
  return gateOf(
    industry.normal?.(args.industryCode) ?? args.industryCode,
    args.on ?? context.today,
    requirements,
    restrictions,
    [...known, ...shown],
  );
}

export const priorLicenceFields = {
  changeRegistrationBy: workedOut(
    'PUBLIC',
    date,
    '应变更或注销登记的期限；许可未失效为空. By when the registration must follow; null while the licence has not ended.',
    (licence: PriorLicence) => changeRegistrationBy(licence),
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
    return requirements;
  }
}
