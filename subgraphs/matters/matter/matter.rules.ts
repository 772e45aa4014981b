import type { ChainGap, ChainStage, Matter, MatterScope, StoredStage } from './matter';

/** A stage without a department is a gap, and is said to be one: 「厘清全链条、各环节监管责任」. */
export function stageOf({ department, ...stage }: StoredStage): ChainStage {
  return { ...stage, departmentCode: department, gap: department === null };
}

/** All stages for which no department answers. */
export function gapsOf(matters: readonly Matter[]): ChainGap[] {
  return matters.flatMap((matter) =>
    matter.storedStages.map(stageOf).flatMap((stage) => (stage.gap ? { matter, stage } : [])),
  );
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
