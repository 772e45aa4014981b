import { alike, coded, declareError, shaped, unseal, type CatalogueError, type DataKeys } from '../../kernel';
import { StepIncomplete } from '../case/case.rules';
import type { EnforcementCase } from '../case/case';
import type { TypicalCase } from './typical-case';

export const VotedAlready = declareError(
  'VOTED_ALREADY',
  '{department} 已为 {key} 投票。',
  '{department} has voted for {key} already.',
);

export const month = coded(
  7,
  shaped((value) => /^\d{4}-(0[1-9]|1[0-2])$/.test(value), alike('2026-03')),
);

/** Only a case that was decided is an example. */
export function checkDecided({ number, decidedOn }: Pick<EnforcementCase, 'number' | 'decidedOn'>): void {
  if (decidedOn === null) throw StepIncomplete({ key: number, missing: 'decideCase' });
}

/** What is told of a case, without the name of a person that it is about. */
export function withoutName(
  told: string,
  { storedPartyName, sealedPersonName }: Pick<EnforcementCase, 'storedPartyName' | 'sealedPersonName'>,
  dataKey: DataKeys,
): string {
  return sealedPersonName === null
    ? told
    : told.replaceAll(unseal(sealedPersonName, dataKey), storedPartyName);
}

/** Where a typical case stands before it is published. */
export function standing({ votes }: Pick<TypicalCase, 'votes'>): 'NOMINATED' | 'VOTED_FOR' {
  return votes === 0 ? 'NOMINATED' : 'VOTED_FOR';
}

/** What nobody has voted for is not published. */
export function voteMissing({ id }: Pick<TypicalCase, 'id'>): CatalogueError {
  return StepIncomplete({ key: id, missing: 'voteForTypicalCase' });
}
