/**
 * What contract.graphql promises and no subgraph serves yet. A type stands for its fields, a field for its arguments. An
 * entry that is served after all fails the tests, so this list can only shrink.
 */
export const NOT_YET_SERVED: readonly string[] = [];
