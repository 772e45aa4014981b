import { isEnumType, type GraphQLLeafType } from 'graphql';
import type { Path } from './fetched-data';

export type Row = Record<string, unknown>;

export interface Completed {
  data: Row | null;
  /** Whether something was nulled because what the subgraphs have answered does not fit the schema. */
  lossy: boolean;
  /** Where it was, if that is asked for: the way to the value at hand, and the places that were found. */
  trail: (string | number)[] | undefined;
  places: Path[];
}

/** Makes of a fetched value that is not null what the client receives; null stands for a value that is no good. */
export type Complete = (value: unknown, answer: Completed) => unknown;

/** One field of the objects of one type. */
export interface Field {
  name: string;
  /** Whether null under it makes the whole object null. */
  required: boolean;
  /** Whether every object of JavaScript has something under this name, which must not be taken for data. */
  inherited: boolean;
  complete: Complete;
  /** What a field __typename answers. */
  typename?: string | null;
}

/** Objects are made field by field in the order of the shape: so they are alike to V8, which prints them fast then. */
export function completeObject(fetched: Row, fields: readonly Field[], answer: Completed): Row | null {
  const object: Row = {};
  for (const field of fields) {
    const value = completeField(fetched, field, answer);
    if (value === null && field.required) return lost(answer, field.name);
    object[field.name] = value;
  }
  return object;
}

function completeField(
  fetched: Row,
  { name, inherited, complete, typename }: Field,
  answer: Completed,
): unknown {
  if (typename !== undefined) return typename;
  const value = inherited && !Object.hasOwn(fetched, name) ? null : fetched[name];
  if (value === null || value === undefined) return null;
  answer.trail?.push(name);
  const completed = complete(value, answer);
  answer.trail?.pop();
  return completed;
}

export function completeList(complete: Complete, required: boolean): Complete {
  return (value, answer) => {
    if (!Array.isArray(value)) throw new Error(`a subgraph answers ${typeof value} for a list`);
    const list: unknown[] = [];
    for (const item of value as unknown[]) {
      answer.trail?.push(list.length);
      const completed = item === null || item === undefined ? null : complete(item, answer);
      if (completed === null && required) lost(answer);
      answer.trail?.pop();
      if (completed === null && required) return null;
      list.push(completed);
    }
    return list;
  };
}

/** A scalar of our own is what the subgraph says; enum values that clients do not know are no good. */
export function completeLeaf(type: GraphQLLeafType): Complete {
  const isGood = isEnumType(type)
    ? (value: unknown) => type.getValue(String(value)) !== undefined
    : BUILT_IN[type.name];
  return isGood ? (value, answer) => (isGood(value) ? value : lost(answer)) : asItIs;
}

const BUILT_IN: Record<string, ((value: unknown) => boolean) | undefined> = {
  Boolean: (value) => typeof value === 'boolean',
  Float: (value) => Number.isFinite(value),
  ID: (value) => typeof value === 'string' || Number.isInteger(value),
  Int: (value) => Number.isInteger(value),
  String: (value) => typeof value === 'string',
};

export const asItIs: Complete = (value) => value;

/** What is lost with a part of it is told once, at that part. */
export function lost(answer: Completed, ...field: readonly string[]): null {
  answer.lossy = true;
  const { trail, places } = answer;
  if (trail) {
    const place = [...trail, ...field];
    if (!places.some((deeper) => place.every((step, at) => deeper[at] === step))) places.push(place);
  }
  return null;
}
