import {
  NATIONWIDE,
  aboutMatter,
  divisionCode,
  isWithin,
  levelsOf,
  ofIndustry,
  readDepartmentCode,
  valuesOf,
} from '../../kernel';
import { departmentOf } from '../department.rules';
import type {
  ChainGap,
  ChainStage,
  Contents,
  LeftOut,
  Matter,
  MatterScope,
  StageDuty,
  StoredStage,
} from './matter';
import type { MatterVersion } from './matter-version';
import { StageRole, type DutyState, type MatterStatus } from './matter.terms';

export const NO_SCOPE: MatterScope = {
  equipmentKinds: [],
  productCategories: [],
  industries: [],
  roles: [],
  hazardDomains: [],
};

/** A matter as it was made: its code and whose it is. */
export type Identity = Pick<Matter, 'code' | 'regionCode'>;

/** What holds in one division of all that was decided for it, on a day: the latest that had come into force. */
export function inForce(
  versions: readonly MatterVersion[],
  region: string,
  on: string,
): MatterVersion | null {
  const held = versions.filter(
    (each) =>
      each.status === 'DECIDED' &&
      each.regionCode === region &&
      (each.inForceFrom === null || each.inForceFrom <= on),
  );
  const since = (each: MatterVersion) => each.inForceFrom ?? '';
  return held.reduce<MatterVersion | null>(
    (last, each) =>
      last && (since(last) > since(each) || (since(last) === since(each) && last.nth > each.nth))
        ? last
        : each,
    null,
  );
}

/** What a matter is in a division on a day. */
export interface Form extends Omit<Contents, 'leadDepartmentCode'> {
  regionCode: string;
  on: string;
  status: MatterStatus;
  leadDepartmentCode: string | null;
  stages: ChainStage[];
  /** The versions that it is made of, from the top down. */
  versions: MatterVersion[];
}

/**
 * What all levels have decided, put together from the top down. A lower one says who leads and who answers there, and may
 * add stages and scope; it drops nothing, since nothing of those above is replaced but by a stage of the same name.
 * Null where the matter is none of the division's, or was not yet one.
 */
export function formOf(
  { regionCode: home }: Identity,
  versions: readonly MatterVersion[],
  region: string,
  on: string,
): Form | null {
  if (!isWithin(region, home)) return null;
  const levels = levelsOf(region).filter((level) => isWithin(level, home));
  const held = levels.reverse().flatMap((level) => inForce(versions, level, on) ?? []);
  const [top] = held;
  if (!top || top.regionCode !== home) return null;
  const standing = held.filter((each) => each === top || each.kind !== 'RETIRE');
  const nearest = standing.at(-1) ?? top;
  return {
    ...top,
    ...ofNearest(nearest),
    regionCode: region,
    on,
    status: top.kind === 'RETIRE' ? 'RETIRED' : 'IN_FORCE',
    leadDepartmentCode: leadOn(nearest, on) && placed(nearest.leadDepartmentCode, region),
    cooperatingDepartmentCodes: nearest.cooperatingDepartmentCodes.map((each) => placed(each, region)),
    stages: stagesOf(standing, region),
    scope: standing.map(({ scope }) => scope).reduce(widened, NO_SCOPE),
    versions: standing,
  };
}

function ofNearest({ leadBasis, leadVerified, provisionalUntil }: MatterVersion) {
  return { leadBasis, leadVerified, provisionalUntil };
}

/** A provisional lead ends with its last day. */
function leadOn({ leadDepartmentCode, provisionalUntil }: MatterVersion, on: string): string | null {
  return provisionalUntil !== null && provisionalUntil < on ? null : leadDepartmentCode;
}

/** The department of the same kind of a division that is further down: CN-HOUSING is 430682-HOUSING in 430682. */
export function placed(department: string, region: string): string {
  const kind = readDepartmentCode(department)?.kind;
  return kind ? departmentOf(kind, divisionCode(region)) : department;
}

function stagesOf(versions: readonly MatterVersion[], region: string): ChainStage[] {
  const byName = new Map<string, ChainStage>();
  for (const { regionCode: addedBy, storedStages } of versions) {
    for (const stored of storedStages) {
      const known = byName.get(stored.name);
      const stage = stageOf(stored, known?.addedBy ?? addedBy);
      const departmentCode = stage.departmentCode && placed(stage.departmentCode, region);
      byName.set(stored.name, { ...stage, departmentCode, order: known?.order ?? byName.size + 1 });
    }
  }
  return [...byName.values()];
}

/** A stage without a department is a gap, and is said to be one: 「厘清全链条、各环节监管责任」. */
export function stageOf({ department, ...stage }: StoredStage, addedBy: string): ChainStage {
  const { responsibilities = [], ...stated } = stage;
  return {
    ...stated,
    departmentCode: department,
    gap: department === null,
    addedBy,
    responsibilities: valuesOf(StageRole).map((role): StageDuty => {
      const { kinds = [], duty = null } = responsibilities.find((each) => each.role === role) ?? {};
      return { role, departmentKinds: kinds, duty, state: stateOfDuty(kinds) };
    }),
  };
}

function stateOfDuty(kinds: readonly string[]): DutyState {
  if (kinds.length === 0) return 'UNDECIDED';
  return kinds.length === 1 ? 'SETTLED' : 'OVERLAPPING';
}

/** A matter as it stands on a day in the division that has made it; one that nobody has decided on is what its draft says. */
export function matterOn(matter: Identity, versions: readonly MatterVersion[], on: string): Matter | null {
  const version = inForce(versions, matter.regionCode, on);
  return version && matterAs(matter, version, version.kind === 'RETIRE' ? 'RETIRED' : 'IN_FORCE');
}

export function matterAs(
  { code, regionCode }: Identity,
  version: MatterVersion,
  status: MatterStatus,
): Matter {
  const { name, leadDepartmentCode, leadBasis, leadVerified, provisionalUntil } = version;
  const { cooperatingDepartmentCodes, storedStages, scope, sourceDocument, sourcePhrase } = version;
  return {
    code,
    regionCode,
    status,
    onlyHere: regionCode !== NATIONWIDE,
    name,
    leadDepartmentCode,
    leadBasis,
    leadVerified,
    provisionalUntil,
    cooperatingDepartmentCodes,
    storedStages,
    scope,
    sourceDocument,
    sourcePhrase,
  };
}

function widened(one: MatterScope, other: MatterScope): MatterScope {
  const both = <Item>(these: readonly Item[], those: readonly Item[]) => [...new Set([...these, ...those])];
  return {
    equipmentKinds: both(one.equipmentKinds, other.equipmentKinds),
    productCategories: both(one.productCategories, other.productCategories),
    industries: both(one.industries, other.industries),
    roles: both(one.roles, other.roles),
    hazardDomains: both(one.hazardDomains, other.hazardDomains),
  };
}

/** By what figures of a division are counted: what holds in all of it; of a matter that is only further down, no more than that. */
export function counted(
  matter: Identity,
  versions: readonly MatterVersion[],
  region: string,
  on: string,
): { regionCode: string; scope: MatterScope } {
  const regionCode = isWithin(matter.regionCode, region) ? matter.regionCode : region;
  return { regionCode, scope: formOf(matter, versions, regionCode, on)?.scope ?? NO_SCOPE };
}

/** What figures of a division leave out: what a division below it has added to the scope. */
export function leftOutOf(
  matter: Identity,
  versions: readonly MatterVersion[],
  region: string,
  on: string,
): LeftOut[] {
  const common = new Set(codesOf(matter.code, counted(matter, versions, region, on).scope));
  const below = [...new Set(versions.map(({ regionCode }) => regionCode))].filter(
    (each) => each !== region && each !== matter.regionCode && isWithin(each, region),
  );
  return below.flatMap((regionCode) => {
    const held = inForce(versions, regionCode, on);
    if (!held || held.kind === 'RETIRE') return [];
    const about = codesOf(matter.code, held.scope).filter((each) => !common.has(each));
    return about.length > 0 ? [{ regionCode, about }] : [];
  });
}

function codesOf(code: string, scope: MatterScope): string[] {
  return [...aboutMatter(code, scope), ...scope.industries.flatMap((each) => ofIndustry(each).at(-1) ?? [])];
}

/** All stages for which no department answers. */
export function gapsOf(matters: readonly Matter[]): ChainGap[] {
  return matters.flatMap((matter) =>
    matter.storedStages
      .map((stored) => stageOf(stored, matter.regionCode))
      .flatMap((stage) => (stage.gap ? { matter, stage } : [])),
  );
}

/** The roles of an enterprise: those of the registry, but for key fire units, whose register is that of fire and rescue. */
export function rolesOf(registered: readonly string[], isKeyFireUnit: boolean): string[] {
  const others = registered.filter((role) => role !== 'FIRE_KEY_UNIT');
  return isKeyFireUnit ? [...others, 'FIRE_KEY_UNIT'] : others;
}

/** Whether an enterprise is in the scope: of one of its industries and with one of its roles, as far as it names any. */
export function isInScope(
  scope: MatterScope,
  industryCode: string | null,
  roles: readonly string[],
): boolean {
  const { industries, roles: wanted } = scope;
  if (industries.length === 0 && wanted.length === 0) return false;
  const ofIndustry = industries.length === 0 || industries.some((prefix) => industryCode?.startsWith(prefix));
  return ofIndustry && (wanted.length === 0 || wanted.some((role) => roles.includes(role)));
}
