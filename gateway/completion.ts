import { isEnumType, type GraphQLLeafType } from 'graphql';
import { scalars } from '../subgraphs/kernel';
import type { Path } from './fetched-data';
import type { Growth } from './growth';

export type Row = Record<string, unknown>;

export interface Completed {
  data: Row | null;
  /** Whether something was nulled because what the subgraphs have answered does not fit the schema. */
  lossy: boolean;
  /** Where it was, and where nothing has come, if that is asked for: the way to the value at hand, and the places that were found. */
  trail: (string | number)[] | undefined;
  /** Objects of which a subgraph has said that it knows nothing: what it would tell of them is not missing. */
  unknown: WeakSet<object>;
  /** Of what is told, where one object may stand at many places. */
  growth: Growth;
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
  answer.growth.add(1, 0);
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
  if (value === undefined && answer.trail && !answer.unknown.has(fetched)) return lost(answer, name);
  if (value === null || value === undefined) return null;
  answer.trail?.push(name);
  const completed = complete(value, answer);
  answer.trail?.pop();
  return completed;
}

export function completeList(complete: Complete, required: boolean): Complete {
  return (value, answer) => {
    if (!Array.isArray(value)) return lost(answer);
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

export function completeLeaf(type: GraphQLLeafType): Complete {
  return (value, answer) => {
    if (typeof value === 'string') answer.growth.add(0, Buffer.byteLength(value));
    return isGoodLeaf(type, value) ? value : lost(answer);
  };
}

/** Enum values that clients do not know are no good; a scalar that is not ours is what the subgraph says. */
export function isGoodLeaf(type: GraphQLLeafType, value: unknown): boolean {
  if (isEnumType(type)) return typeof value === 'string' && type.getValue(value) !== undefined;
  return KNOWN.get(type.name)?.(value) ?? true;
}

const isText = (value: unknown) => typeof value === 'string';
const KNOWN = new Map<string, (value: unknown) => boolean>([
  ...scalars.map(({ name }) => [name, isText] as const),
  ['Boolean', (value) => typeof value === 'boolean'],
  ['Float', (value) => Number.isFinite(value)],
  ['ID', (value) => isText(value) || Number.isInteger(value)],
  ['Int', (value) => Number.isInteger(value)],
  ['String', isText],
]);

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
