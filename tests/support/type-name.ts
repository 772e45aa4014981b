import type { EntityClass } from '../../subgraphs/kernel';

interface Store {
  objectTypes: { target: unknown; name: string }[];
}

/** The GraphQL type that an entity class declares: of its own name, unless its table would then be a word of SQL. */
export function typeNameOf(entity: EntityClass): string {
  const { objectTypes } = (globalThis as unknown as { TypeGraphQLMetadataStorage: Store })
    .TypeGraphQLMetadataStorage;
  return objectTypes.find(({ target }) => target === entity)?.name ?? entity.name;
}
