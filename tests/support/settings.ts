import { keyRing, type GivenSettings, type OpenedKeys, type SubgraphSettings } from '../../subgraphs/kernel';

/** The data keys of a subgraph whose first was this one. */
export function keysFrom(first: string): OpenedKeys {
  const lasting = new TextEncoder().encode(first);
  return { ...keyRing(lasting), lasting };
}

export const TEST_DATA_KEY = 'the data key of tests, nothing else';

/** What subgraphs under test are told of their surroundings, and what becomes of it where nothing was stored before. */
export const TEST_SETTINGS: SubgraphSettings & GivenSettings = {
  registrationSources: ['registration-authority', 'synthetic-registration-authority'],
  dataKey: keysFrom(TEST_DATA_KEY),
  dataKeysOf: () => TEST_SETTINGS.dataKey,
  signingKey: new TextEncoder().encode('the signing key of tests, nothing else'),
  oldSigningKeys: [],
  longestWaitMs: 10_000,
  // other tests work on the same machine
  databaseWaitMs: 60_000,
};
