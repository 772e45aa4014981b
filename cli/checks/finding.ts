import type { CatalogueError, Words } from '../../subgraphs/kernel';

/** What was looked at: it is well; it is to be known; it will do, but not in production; it is wrong. The latter say what to do. */
export interface Finding {
  state: 'well' | 'note' | 'warning' | 'wrong';
  says: Words;
}

export const well = (zh: string, en: string): Finding => ({ state: 'well', says: { zh, en } });
export const note = (zh: string, en: string): Finding => ({ state: 'note', says: { zh, en } });

/** An error of the catalogue, which is no reason to stop where `state` says so. */
export function found({ extensions }: CatalogueError, state: 'warning' | 'wrong' = 'wrong'): Finding {
  return { state, says: { zh: String(extensions.zh), en: String(extensions.en) } };
}

/** As every error is said: the English sentence, then the Chinese one. */
export const sentences = ({ says: { zh, en } }: Finding): string => `${en} ${zh}`;

/** What is wrong keeps a command from running. */
export class NotReady extends Error {
  constructor(readonly findings: readonly Finding[]) {
    super(findings.map(sentences).join('\n'));
  }
}

export function refuse(findings: readonly Finding[]): void {
  const wrong = findings.filter(({ state }) => state === 'wrong');
  if (wrong.length > 0) throw new NotReady(wrong);
}
