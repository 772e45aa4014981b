import { GraphQLError } from 'graphql';
import type { Fetch, SubgraphClient } from '../../gateway/subgraph-client';
import { SubgraphUnavailable } from '../../subgraphs/kernel';

type Answer = Awaited<ReturnType<SubgraphClient['process']>>;
export const HARMS = ['none', 'down', 'broken', 'errors only', 'too few', 'holes'] as const;
export type Harm = (typeof HARMS)[number];

/** As one in this process answers. */
const AS_HERE = { believed: true, formed: true };

/** A subgraph that answers badly, and the same way whenever it is asked the same of the same entity. */
export class Saboteur implements SubgraphClient {
  harm: Harm = 'none';
  seed = 0;

  constructor(
    private readonly name: string,
    private readonly inner: SubgraphClient,
    private readonly said: (line: string) => void = () => undefined,
  ) {}

  readonly resources = [];

  fetch(): never {
    throw new Error('only operations are harmed');
  }

  async process(fetch: Fetch): Promise<Answer> {
    // what the gateway tells it for the record is no part of a plan
    const isTold = fetch.context.call.refused !== undefined;
    if (!isTold) this.said(`${this.name} is asked`);
    const answer = await this.answer(fetch);
    if (!isTold) this.said(`${this.name} answers`);
    return answer;
  }

  isReady(): Promise<boolean> {
    return this.inner.isReady();
  }

  close(): Promise<void> {
    return this.inner.close();
  }

  private async answer(fetch: Fetch): Promise<Answer> {
    if (this.harm === 'down') throw SubgraphUnavailable({ subgraph: this.name });
    if (this.harm === 'broken') throw new Error('connect ECONNREFUSED 10.0.0.5:5432');
    if (this.harm === 'errors only')
      return {
        errors: [new GraphQLError('no'), new GraphQLError('never', { extensions: { code: 'NO', zh: '不' } })],
        ...AS_HERE,
      };
    const { data, errors = [] } = await this.inner.process(fetch);
    if (this.harm === 'none') return { data, ...(errors.length > 0 && { errors }), ...AS_HERE };
    // as over HTTP: a copy
    const copy = JSON.parse(JSON.stringify(data ?? null)) as Record<string, unknown> | null;
    if (this.harm === 'too few' && Array.isArray(copy?._entities)) copy._entities.pop();
    const harmed = this.harm === 'holes' && copy ? this.holesIn(copy, fetch) : [];
    return { data: copy, errors: [...errors, ...harmed], ...AS_HERE };
  }

  private holesIn(data: Record<string, unknown>, { request }: Fetch): readonly GraphQLError[] {
    const errors: GraphQLError[] = [];
    const { _entities: entities } = data;
    if (!Array.isArray(entities)) {
      this.damage(data, '');
      return [new GraphQLError('somewhere', { path: [Object.keys(data)[0] ?? ''] })];
    }
    for (const [at, entity] of entities.entries()) {
      const base = JSON.stringify((request.variables?.representations as unknown[])[at]);
      const fate = this.hash(base) % 8;
      if (fate < 2) entities[at] = null;
      else if (typeof entity === 'object' && entity) this.damage(entity as Record<string, unknown>, base);
      const path = fate === 2 ? ['_entities', at, 'inside', 0] : ['_entities', at];
      if (fate === 0 || fate === 2)
        errors.push(
          new GraphQLError('an entity is broken', { path, extensions: { code: 'BROKEN', zh: '坏' } }),
        );
    }
    return errors;
  }

  private damage(row: Record<string, unknown>, base: string): void {
    for (const [name, value] of Object.entries(row)) {
      const at = `${base}.${name}`;
      const fate = this.hash(at) % 20;
      if (name === '__typename') continue;
      if (fate === 0) row[name] = null;
      else if (fate === 1) delete row[name];
      else if (fate === 2 && typeof value === 'string') row[name] = 'NO_VALUE';
      else if (Array.isArray(value)) this.damageList(value, at);
      else if (typeof value === 'object' && value) this.damage(value as Record<string, unknown>, at);
    }
  }

  private damageList(list: unknown[], base: string): void {
    for (const [index, item] of list.entries()) {
      const at = `${base}.${index}`;
      if (this.hash(at) % 20 === 0) list[index] = null;
      else if (Array.isArray(item)) this.damageList(item, at);
      else if (typeof item === 'object' && item) this.damage(item as Record<string, unknown>, at);
    }
  }

  private hash(text: string): number {
    let hash = this.seed | 0;
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    return (hash ^ (hash >>> 15)) >>> 0;
  }
}
