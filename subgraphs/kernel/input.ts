import { InputType } from 'type-graphql';
import type { EntityClass } from './database';
import { Decided, STATED_OF_DECISION } from './decided';
import { DecidedOnSubject, STATED_OF_JURISDICTION } from './jurisdiction';
import type { Kind } from './kinds';
import { factOf, nameOf, type FactOf } from './notes';
import { declareSent, type Answers, type Asked } from './record';
import type { Submitted } from './submission';
import { SubmittedInput } from './submission';

/** A fact as it is read: a moment comes as text. */
type AsRead<Held> = Held extends Date ? string : Held;
/** Names of facts. One that ends with `?` may be left out of the input; one that ends with `!` may not, though a row may lack it. */
type Choice<Row> = `${keyof Row & string}${'' | '?' | '!'}`;
type Bare<Name> = Name extends `${infer Property}${'?' | '!'}` ? Property : Name;
type Held<Row, Name> = AsRead<Row[Bare<Name> & keyof Row]>;
type ReadAs<Row, Name> = Name extends `${string}!`
  ? NonNullable<Held<Row, Name>>
  : Held<Row, Name> | (Name extends `${string}?` ? null : never);
type Chosen<Row, Names extends string> = { [Name in Names as Bare<Name>]: ReadAs<Row, Name> };

function chosen<Row extends object>(entity: EntityClass<Row>, choice: string): { property: string } & FactOf {
  const property = choice.replace(/[?!]$/, '');
  const fact = factOf(entity, property);
  return { property, ...fact, optional: choice.endsWith('?') || (fact.optional && !choice.endsWith('!')) };
}

/** The facts of a noun that a step takes as input. */
export function asking<Row extends object, const Names extends Choice<Row>>(
  entity: EntityClass<Row>,
  names: readonly Names[],
): { [Name in keyof Chosen<Row, Names>]: Asked<Chosen<Row, Names>[Name]> } {
  const fields = names.map((name): [string, Asked<unknown>] => {
    const { property, kind, description, optional } = chosen(entity, name);
    return [property, { kind, description, optional, of: entity }];
  });
  return Object.fromEntries(fields) as {
    [Name in keyof Chosen<Row, Names>]: Asked<Chosen<Row, Names>[Name]>;
  };
}

interface InputOptions<Row, More> {
  name?: string;
  /**
   * What stands for a fact that was not sent. `undefined` of one that records have stated only since a later version: without
   * it a record is what it was, and to send it again changes nothing.
   */
  defaults?: Partial<Row>;
  /** What a record says that is no fact of the noun as it stands. */
  also?: More;
}

/** Which names of an input say something besides the facts of its noun; only a type. */
declare const BESIDES: unique symbol;
interface Besides<Names> {
  readonly [BESIDES]?: Names;
}
export type BesidesOf<Input> = Input extends Besides<infer Names> ? Names : never;
const besides = new WeakMap<object, ReadonlySet<string>>();

/** Whether a field of an input is no fact of its noun, though a fact may have the same name: a full name, where a masked one is stored. */
export function saysBesides(input: new () => object, property: string): boolean {
  return besides.get(input)?.has(property) === true;
}

/**
 * The record by which a noun is submitted: these of its facts, read as they are stored. `categoryCode?` may be left out
 * though the noun always has it: the submission works it out.
 */
export function inputOf<
  Row extends Submitted,
  const Names extends Choice<Row>,
  More extends Record<string, Asked<unknown>> = Record<never, never>,
>(
  entity: EntityClass<Row>,
  description: string,
  names: readonly Names[],
  { name = `${nameOf(entity)}Input`, defaults = {}, also }: InputOptions<Row, More> = {},
): new () => SubmittedInput & Chosen<Row, Names> & Answers<More> & Besides<keyof More> {
  type Input = SubmittedInput & Chosen<Row, Names> & Answers<More> & Besides<keyof More>;
  const input = { [name]: class extends SubmittedInput {} }[name] as new () => Input;
  const prototype = input.prototype as object;
  const decision = [
    ...(entity.prototype instanceof Decided ? STATED_OF_DECISION : []),
    ...(entity.prototype instanceof DecidedOnSubject ? STATED_OF_JURISDICTION : []),
  ];
  // without them a record is what it was before they were asked for
  const standing: Record<string, unknown> = {
    ...Object.fromEntries(decision.map((property) => [property, undefined])),
    ...defaults,
  };
  for (const choice of [...names, ...decision]) {
    const { property, kind, description: says, optional } = chosen(entity, choice);
    const fallback = property in standing ? standing[property] : null;
    declareSent(prototype, {
      name: property,
      reader: kind,
      description: hinted(says, kind),
      optional: optional || fallback !== null,
      fallback,
    });
  }
  for (const [property, { kind, description: says, optional }] of Object.entries(also ?? {})) {
    declareSent(prototype, {
      name: property,
      reader: kind,
      description: hinted(says, kind),
      optional,
      fallback: null,
    });
  }
  besides.set(input, new Set(Object.keys(also ?? {})));
  InputType(name, { description })(input);
  return input;
}

/** On the wire of a record all is text: the description names the enumeration and says how a cell of a file joins a list. */
function hinted(description: string, { enumeration, wire }: Kind<unknown, unknown>): string {
  const [zh = '', ...rest] = description.split('. ');
  const [zhHints, enHints] = [[zh], [rest.join('. ')]];
  if (enumeration !== undefined) {
    zhHints.push(`见 ${enumeration}`);
    enHints.push(`A value of ${enumeration}.`);
  }
  if (wire === 'list') {
    zhHints.push('文件中以分号相隔');
    enHints.push('In a file joined by semicolons.');
  }
  return `${zhHints.join('，')}. ${enHints.join(' ')}`;
}
