import type { SubgraphSettings } from '../../subgraphs/kernel';

/** What subgraphs under test are told of their surroundings. */
export const TEST_SETTINGS: SubgraphSettings = {
  registrationSources: ['registration-authority', 'synthetic-registration-authority'],
  dataKey: new TextEncoder().encode('the data key of tests, nothing else'),
  signingKey: new TextEncoder().encode('the signing key of tests, nothing else'),
  oldSigningKeys: [],
  longestWaitMs: 10_000,
  // other tests work on the same machine
  databaseWaitMs: 60_000,
};
