import { DeciderMustDiffer, type Caller } from '../../kernel';
import type { Assessment } from '../assessment/assessment';
import type { AssessmentProposal } from './proposal';

/** What is proposed, before it has a day. */
type Proposed = Pick<
  AssessmentProposal,
  'id' | 'kind' | 'assessmentId' | 'quarter' | 'regionCode' | 'parentCode' | 'ground'
>;
const LONGEST = 2000;

/** What a confirmed ranking proposes: an interview of the candidates, a letter to who has missed targets, a circular of it all. */
export function proposalsOf(members: readonly Assessment[]): Proposed[] {
  const [first] = members;
  if (!first) return [];
  const { quarter, parentCode } = first;
  const circular = {
    id: `${quarter}-${parentCode}/RANKING`,
    kind: 'RANKING',
    assessmentId: null,
    quarter,
    regionCode: parentCode,
    parentCode,
    ground: rankingGround(members),
  } as const;
  return [...members.flatMap((member) => proposalsAbout(member, members.length)), circular];
}

function proposalsAbout(assessment: Assessment, of: number): Proposed[] {
  const { id, quarter, regionCode, parentCode, result } = assessment;
  const same = { assessmentId: id, quarter, regionCode, parentCode };
  const missed = missedTargets(assessment);
  const interview = {
    ...same,
    id: `${id}/INTERVIEW`,
    kind: 'INTERVIEW',
    ground: interviewGround(assessment, of),
  };
  const letter = { ...same, id: `${id}/LETTER`, kind: 'LETTER', ground: letterGround(missed) };
  return [
    ...(result.interview ? [interview as Proposed] : []),
    ...(missed.length > 0 ? [letter as Proposed] : []),
  ];
}

function interviewGround({ result: { rank, score, unqualified } }: Assessment, of: number): string {
  if (unqualified) return `直接评定为不合格，得分 ${score}. Failed outright, with a score of ${score}.`;
  return `名次 ${rank}/${of}，得分 ${score}. Rank ${rank} of ${of}, with a score of ${score}.`;
}

/** The indicators with points of which the target was not reached, with their figures. */
function missedTargets({ result: { indicators } }: Assessment): string[] {
  return indicators
    .filter(({ kind, targetReached }) => kind === 'BASE' && targetReached === false)
    .map(({ code, numerator, denominator }) => `${code}: ${numerator}/${denominator}`);
}

const letterGround = (missed: readonly string[]): string =>
  groundOf('未达标的指标 Targets that were not reached', missed);

const rankingGround = (members: readonly Assessment[]): string =>
  groundOf(
    '名次和得分 Ranks and scores',
    members.map(({ regionCode, result: { rank, score } }) => `${regionCode}: ${rank ?? '–'} (${score})`),
  );

/** A ground that lists as many as it has room for, and says how many it leaves out: the assessment has them all. */
export function groundOf(says: string, all: readonly string[]): string {
  const written = (shown: readonly string[]) => {
    const left = all.length - shown.length;
    const rest = left === 0 ? '' : `，另有 ${left} 项见考核结果, and ${left} more in the assessment`;
    return `${says}: ${shown.join(', ')}${rest}.`;
  };
  let shown = all;
  while (shown.length > 0 && written(shown).length > LONGEST) shown = shown.slice(0, -1);
  return written(shown);
}

/** Who has confirmed the ranking does not decide what follows from it. */
export function checkDecider({ id, confirmedBy }: AssessmentProposal, { subject }: Caller): void {
  if (confirmedBy === subject) throw DeciderMustDiffer({ field: 'id', key: id, got: id });
}
