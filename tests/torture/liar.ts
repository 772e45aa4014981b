import { forgeries } from '../support/forgeries';
import { SNAPSHOT, type Change } from '../support/mirror';

/** Of so many answers one is forged. */
const LIES_ONE_IN = 4;

/** What a mirror does that forges now and again: a consumer may then say why it ends, and nothing else. */
export class Liar {
  private readonly told = new Set<RegExp>();

  readonly change: Change = (path, answer) => {
    if (Math.random() * LIES_ONE_IN > 1) return answer;
    const fitting = forgeries.filter(([what]) => what.includes('list') === (path === SNAPSHOT));
    const [, change, says] = fitting[Math.floor(Math.random() * fitting.length)]!;
    this.told.add(says);
    return change(path, answer);
  };

  /** Whether this is what a consumer says of a lie that was told. */
  liesFound(said: string): boolean {
    const last = said.split('\n').at(-1) ?? '';
    return [...this.told].some((says) => says.test(last));
  }
}
