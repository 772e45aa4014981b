import { GraphQLError } from 'graphql';
import { DataIncomplete, catalogued } from '../subgraphs/kernel';
import type { Path } from './fetched-data';

/** What has failed, by what it was to bring: ways by names alone, since a fetch fails for all rows at once. */
export class Failures {
  private readonly byWay = new Map<string, GraphQLError[]>();

  get none(): boolean {
    return this.byWay.size === 0;
  }

  add(ways: readonly (readonly string[])[], error: GraphQLError): void {
    for (const way of ways) {
      const key = way.join('.');
      const known = this.byWay.get(key) ?? [];
      if (!known.some(({ message }) => message === error.message)) known.push(error);
      this.byWay.set(key, known);
    }
  }

  /** What has failed of this place, or else what has failed at all, if that is one thing: it was to lead there. */
  of(place: Path): readonly GraphQLError[] {
    const way = namesOf(place);
    const own = [...this.byWay].filter(([key]) => isWithin(way, key) || isWithin(key, way));
    if (own.length > 0) return own.flatMap(([, errors]) => errors);
    const all = this.all;
    return all.length === 1 ? all : [];
  }

  get all(): readonly GraphQLError[] {
    return [...new Map([...this.byWay.values()].flat().map((error) => [error.message, error])).values()];
  }
}

/** So many places are told of one answer. */
const MOST_PLACES = 20;

/**
 * The errors of an answer of which something is missing: each field is told once, however many rows it has, at the first of
 * them, with what has failed or, where nobody has said why, as incomplete. What has failed is told in any case.
 */
export function tellLosses(
  errors: readonly GraphQLError[],
  failures: Failures,
  places: readonly Path[],
): GraphQLError[] {
  const told = new Set<string>();
  const placed = new Set<string>();
  const losses = places
    .filter(
      (place) => !errors.some(({ path }) => path && (startsWith(place, path) || startsWith(path, place))),
    )
    .filter((place) => {
      const way = namesOf(place);
      return !told.has(way) && told.add(way);
    })
    .slice(0, MOST_PLACES)
    .flatMap((place) => {
      const failed = failures.of(place);
      for (const { message } of failed) placed.add(message);
      return failed.length > 0 ? failed.map((error) => at(error, place)) : [DataIncomplete().at(place)];
    });
  return [...errors, ...losses, ...failures.all.filter(({ message }) => !placed.has(message))];
}

function at(error: GraphQLError, path: Path): GraphQLError {
  const { message, extensions } = error;
  return catalogued(error)?.at(path) ?? new GraphQLError(message, { path, originalError: error, extensions });
}

export function namesOf(place: Path): string {
  return place.filter((step) => typeof step === 'string' && step !== '@').join('.');
}

function isWithin(way: string, beginning: string): boolean {
  return way === beginning || beginning === '' || way.startsWith(`${beginning}.`);
}

function startsWith(path: Path, beginning: Path): boolean {
  return beginning.every((step, at) => path[at] === step);
}
