import type { Kind } from './kinds';

/** A mutation whose only input is the key of what it acts on. */
export interface KeyAlone<Input extends object> {
  argument: keyof Input & string;
  kind: Kind<string>;
  says: string;
  inputOf: (key: string) => Input;
}
/** Declares it as the input of a verb or a step, read by its kind: `acceptTip(number: ID!)`. */
export function keyAlone<const Name extends string>(
  argument: Name,
  kind: Kind<string>,
  says: string,
): KeyAlone<Record<Name, string>> {
  return { argument, kind, says, inputOf: (key) => ({ [argument]: key }) as Record<Name, string> };
}
/** The input of a mutation: one record of a type of its own, or the key alone. */
export type Told<Input extends object> = (new () => Input) | KeyAlone<Input>;
