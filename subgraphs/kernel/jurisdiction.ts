import { ObjectType, type ClassType } from 'type-graphql';
import { FieldMissing } from './catalogue';
import type { RequestContext } from './context';
import { Decided } from './decided';
import { readDepartmentCode } from './department-code';
import { declareError, type CatalogueError } from './errors';
import { Fact } from './fact';
import { documentNumber, regionCode } from './identifier-kinds';
import { oneOf } from './kinds';
import { linksOf, termOf, type Link } from './notes';
import { objectOf, orNull } from './official-file';
import { factsOf, onceANoun, whereAnswered } from './peers';
import { ReferenceUnchecked, keysBy, valueOf } from './reference-check';
import { isWithin } from './region-code';
import { refused, type Sorted } from './store';
import type { Submission } from './submission';
import { vocabulary } from './vocabulary';

/**
 * 管辖. A department decides on the enterprises of its own division, as the register has them, or states the ground on which
 * it decides on another's. 行政处罚法 第二十条 (委托), 第二十二条 (违法行为发生地), 第二十五条 (指定管辖).
 */
export const JurisdictionGround = vocabulary(
  'JurisdictionGround',
  '跨区划办理的管辖依据. The ground on which a department decides on an enterprise of another division.',
  {
    ACT_PLACE:
      '违法行为发生地在本区划（行政处罚法第二十二条）. The act was committed in the division of the department.',
    DESIGNATED: '上级指定管辖（行政处罚法第二十五条）. The department above both has designated it.',
    TRANSFERRED: '有管辖权的部门移送. The department of the other division has handed it over.',
    ENTRUSTED:
      '受有管辖权的部门委托（行政处罚法第二十条）. The department of the other division has entrusted it.',
  },
);

/** A decision that is about an enterprise: `subject: true` stands at the reference to it. */
@ObjectType()
export abstract class DecidedOnSubject extends Decided {
  @Fact(
    'UNCONDITIONAL',
    oneOf(JurisdictionGround, 16),
    '跨区划办理的管辖依据；主体登记在本区划的不填. The ground on which it is decided here, where the register has the subject in another division.',
    { optional: true },
  )
  jurisdictionGround: keyof typeof JurisdictionGround | null;

  @Fact(
    'UNCONDITIONAL',
    documentNumber(64),
    '指定、移送或者委托文书文号. The number of the document that designates, hands over or entrusts.',
    { optional: true },
  )
  jurisdictionDocument: string | null;
}

/** What a record states of it. */
export const STATED_OF_JURISDICTION = ['jurisdictionGround', 'jurisdictionDocument'] as const;

const JurisdictionUnstated = declareError(
  'JURISDICTION_UNSTATED',
  '{field} 登记在 {division}，不在办理地 {place}：须以 jurisdictionGround 说明管辖依据，收到：{got}。',
  '{field} is registered in {division}, and this is decided in {place}: jurisdictionGround must say why. It got: {got}.',
);

const placeOf = onceANoun((noun) =>
  factsOf(noun, {
    fields: 'region { code }',
    facts: objectOf({ region: orNull(objectOf({ code: regionCode })) }),
  }),
);

/** What the register knows of where a subject is; null where it is silent. */
function registered(context: RequestContext, link: Link, key: string) {
  return whereAnswered(placeOf(link.to())(context, key).then((known) => ({ division: known?.region?.code })));
}

/** Why a record may not be decided where it is; null, if it may. All that are asked for at the same time make one fetch. */
async function whyNotHere(
  context: RequestContext,
  entity: ClassType,
  record: object,
): Promise<CatalogueError | null> {
  const link = linksOf(entity).find(({ subject }) => subject);
  const [key] = link ? keysBy(link, record) : [];
  const ground = valueOf(record, 'jurisdictionGround');
  if (!link || key === undefined) return null;
  if (ground !== null && ground !== undefined) {
    const isDocumented = ground === 'ACT_PLACE' || valueOf(record, 'jurisdictionDocument');
    return isDocumented ? null : FieldMissing({ field: 'jurisdictionDocument' });
  }
  const field = link.property;
  const known = await registered(context, link, key);
  if (!known) return ReferenceUnchecked({ field, target: termOf(link.to()), got: key });
  const { division } = known;
  const place =
    division && placesOf(record).find((each) => !isWithin(division, each) && !isWithin(each, division));
  return place ? JurisdictionUnstated({ field, division, place, got: key }) : null;
}

/** Refuses what is about a subject of another division, unless it says why it is decided here. */
export async function withoutElsewhere(
  context: RequestContext,
  { entity }: Submission,
  { candidates, rejected, unchanged }: Sorted,
): Promise<Sorted> {
  const reasons = await Promise.all(candidates.map(({ row }) => whyNotHere(context, entity, row)));
  const elsewhere = candidates.flatMap((candidate, at) => {
    const reason = reasons[at];
    return reason ? [refused(candidate, reason)] : [];
  });
  return {
    candidates: candidates.filter((_, at) => !reasons[at]),
    rejected: [...rejected, ...elsewhere],
    unchanged,
  };
}

/** Refuses a step that begins with such a record. */
export async function refuseElsewhere(
  context: RequestContext,
  entity: ClassType,
  records: readonly object[],
): Promise<void> {
  for (const record of records) {
    const reason = await whyNotHere(context, entity, record);
    if (reason) throw reason;
  }
}

/** Where it is decided, and for which division. */
function placesOf(record: object): string[] {
  const department = valueOf(record, 'departmentCode');
  const decided = typeof department === 'string' ? readDepartmentCode(department)?.place : undefined;
  return [decided, valueOf(record, 'regionCode')].filter((each) => typeof each === 'string');
}
