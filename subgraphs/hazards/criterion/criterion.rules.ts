import {
  HazardDomain,
  arrayOf,
  code,
  date,
  declareError,
  declareReferenceList,
  flag,
  id,
  objectOf,
  oneOf,
  orNull,
  text,
  wordOf,
} from '../../kernel';
import { CriterionMissing, CriterionOfOther, GradeOfOther } from '../hazard/refusals.rules';
import { HazardGrade } from '../hazard/hazard.terms';
import file from '../official/criteria.json';
import type { HazardCriterion, HazardStandard } from './criterion';

export const CriterionUnknown = declareError(
  'HAZARD_CRITERION_UNKNOWN',
  '{field} 不是 hazardCriteria 中的条款，收到：{got}。',
  '{field} is no item of hazardCriteria, but got: {got}.',
);

export const CriterionNotInForce = declareError(
  'HAZARD_CRITERION_NOT_IN_FORCE',
  '判定条款 {got} 自 {from} 起施行{until:words}，隐患发现于 {foundOn}，不得据以判定。',
  'The criterion {got} is in force from {from}{until:words}; the hazard was found on {foundOn} and cannot be judged by it.',
);

const domain = oneOf(HazardDomain, 24);
/** The reference file; an item of a field, a grade or a standard that there is not would stop the start. */
const read = objectOf({
  standards: arrayOf(
    objectOf({
      id: id(40),
      domain,
      name: text(200),
      number: text(60),
      issuer: text(100),
      term: text(40),
      from: date,
      fromBasis: wordOf('effective', 'signed', 'unseen'),
      to: orNull(date),
      complete: flag,
      source: text(300),
      note: orNull(text(300)),
    }),
  ),
  items: arrayOf(
    objectOf({
      code: id(40),
      standard: id(40),
      clause: text(100),
      title: text(200),
      conditions: orNull(text(500)),
      domain,
      grade: oneOf(HazardGrade, 20),
      equipmentKind: orNull(code(4)),
    }),
  ),
}).parse(file, 'criteria');

/** The documents by which hazards are judged, also those whose text was not seen. */
export const standards: readonly HazardStandard[] = read.standards.map((standard) => ({
  ...standard,
  fromVerified: standard.fromBasis === 'effective',
  items: read.items.filter((item) => item.standard === standard.id).length,
}));
const standardById = new Map(standards.map((each) => [each.id, each]));

const criteria: readonly HazardCriterion[] = read.items.map((item) => {
  const standard = standardById.get(item.standard);
  if (!standard) throw new Error(`the criterion ${item.code} is of no standard: ${item.standard}`);
  const { name, number, from, to, source } = standard;
  const title = item.conditions === null ? item.title : `${item.title}：${item.conditions}`;
  const seen = item.conditions !== null;
  return { ...item, standard: `${number} ${name}`, title, from, to, source, seen, verified: false };
});

declareReferenceList(
  {
    id: 'hazards.criteria',
    name: '重大事故隐患判定标准. The criteria of major hazards.',
    source: `${standards.length} 部文件，各部来源见 hazardStandards`,
    asOf: '2026-11-26',
    missing:
      '条文据公开副本以自己的话概括，均未核对官方文本；GB 35181-2025 和 2017（消防）、应急管理部令第4号（煤矿，2020）正文未见，AQ 3067-2026 只见条号；道路运输、水上交通、农机、水利、教育、文旅、民政等未收. Condensed from public copies, none held against an official text; the texts of GB 35181-2025 and 2017 (fire) and of order 4 (coal mines, 2020) were not seen, of AQ 3067-2026 only the clause numbers; road and water transport, farm machines, water works, schools, culture and civil affairs are not held.',
  },
  () => ({ rows: criteria.length, verified: criteria.filter(({ verified }) => verified).length }),
);

const byCode = new Map(criteria.map((each) => [each.code, each]));

export const criterionOf = (code: string | null): HazardCriterion | null =>
  code === null ? null : (byCode.get(code) ?? null);

/** Those of a field and a grade that are in force on a day; all where none is named. */
export function criteriaOf(
  domain?: HazardDomain | null,
  grade?: HazardGrade | null,
  on?: string | null,
): HazardCriterion[] {
  return criteria.filter(
    (each) =>
      (!domain || each.domain === domain) && (!grade || each.grade === grade) && (!on || isInForce(each, on)),
  );
}

function isInForce({ from, to }: Pick<HazardCriterion, 'from' | 'to'>, on: string): boolean {
  return from <= on && (to === null || on <= to);
}

/** The criterion that a record names must be of its domain and grade, and in force when the hazard was found. */
export function checkCriterion(
  grade: HazardGrade,
  domain: HazardDomain,
  code: string | null,
  foundOn: string,
): void {
  if (grade === 'SEVERE_EQUIPMENT' && domain !== 'SPECIAL_EQUIPMENT')
    throw GradeOfOther({ field: 'grade', got: domain });
  if (code === null) return;
  const criterion = criterionOf(code);
  if (!criterion) throw CriterionUnknown({ field: 'criterionCode', got: code });
  if (criterion.domain !== domain || criterion.grade !== grade)
    throw CriterionOfOther({ field: 'criterionCode', domain, grade, got: code });
  if (!isInForce(criterion, foundOn)) {
    const { from, to } = criterion;
    const until = to === null ? { zh: '', en: '' } : { zh: `至 ${to} 止`, en: ` to ${to}` };
    throw CriterionNotInForce({ field: 'criterionCode', from, until, foundOn, got: code });
  }
}

/** Of other fields there is no catalogue of all that could be meant: none need be named. */
const WITHOUT_CATALOGUE: HazardDomain = 'OTHER';

interface Judgement {
  grade: HazardGrade;
  criterionCode: string | null;
}

/**
 * 判定: the grade and the criterion of a hazard that is verified. What is left out stays as it was reported; wherever there
 * are criteria that were in force when it was found, it names one.
 */
export function judged(
  reported: Judgement & { domain: HazardDomain; foundOn: string },
  { grade: found, criterionCode: named }: { [Name in keyof Judgement]: Judgement[Name] | null },
): Judgement {
  const grade = found ?? reported.grade;
  const criterionCode = named ?? reported.criterionCode;
  const { domain, foundOn } = reported;
  const isAsked = domain !== WITHOUT_CATALOGUE && criteriaOf(domain, grade, foundOn).length > 0;
  if (criterionCode === null && isAsked) throw CriterionMissing({ field: 'criterionCode', domain, grade });
  checkCriterion(grade, domain, criterionCode, foundOn);
  return { grade, criterionCode };
}
