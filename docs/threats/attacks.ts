import { held, none, subgraphs, supergraph, type Threat } from './threat';

/** What somebody does to it. */
export const attacks: readonly Threat[] = [
  {
    name: 'hostile-requests',
    threat:
      'Mutated documents, hostile bodies and heads, floods of aliases, fields, fragments and directives',
    must: 'Refused by a code of ours; no crash, no 5xx of ours, nothing dropped',
    checks: [
      { command: 'fuzz', args: ['--seed', '7', '--count', '20000', '--queries', '0', '--part', '5000'] },
      { tests: supergraph('http-bodies', 'http-parameters', 'http-addresses', 'errors') },
    ],
    bounds: [
      none('answers that are a fault of ours, or none'),
      { figure: 'hostile requests sent', least: 20_000, sum: true },
      { figure: 'the slowest of them, asked alone', unit: 'ms', most: 1_000 },
      held(150),
    ],
  },
  {
    name: 'oracle',
    threat: 'A plan over several subgraphs answers something else than one schema over the same data',
    must: 'Random valid queries are answered alike',
    checks: [
      { command: 'fuzz', args: ['--seed', '7', '--count', '0', '--queries', '10000', '--part', '2500'] },
    ],
    bounds: [
      none('answers that differ from one schema'),
      { figure: 'random queries compared', least: 10_000, sum: true },
    ],
  },
  {
    name: 'every-level',
    threat: 'Somebody reads a field above its level, by whatever path',
    must: 'Every kind of caller is shown what the level allows, by queries, lists, references and errors, and no canary leaks',
    checks: [{ tests: supergraph('sharing-matrix', 'sharing-matrix-owners') }],
    bounds: [
      none('faults of levels, leaked canaries included'),
      { figure: 'answers held against the levels', least: 1_000, sum: true },
      { figure: 'fields held against the levels', least: 100_000, sum: true },
      held(50),
    ],
  },
  {
    name: 'tips',
    threat: 'A stranger finds out whether somebody has given a tip',
    must: 'Two worlds that differ in a tip alone answer strangers alike',
    checks: [{ tests: supergraph('two-worlds', 'tips', 'tip-story') }],
    bounds: [held(20)],
  },
  {
    name: 'guessed-schema',
    threat: 'Introspection is off and names are guessed',
    must: 'Every guess gets the same answer, right or wrong',
    checks: [{ tests: supergraph('quiet'), only: 'guess' }],
    bounds: [none('fields learned by guessing'), { figure: 'guesses', least: 15 }, held(1)],
  },
  {
    name: 'forged-caller',
    threat: 'A subgraph is called directly, with forged, changed or repeated signatures',
    must: 'Refused',
    checks: [
      { tests: supergraph('faults'), only: 'direct call' },
      { tests: [...supergraph('signatures'), 'tests/unit/caller.test.ts'] },
    ],
    bounds: [
      none('forged calls that were answered'),
      { figure: 'forged calls', least: 9, sum: true },
      held(14),
    ],
  },
  {
    name: 'revoked',
    threat: 'A revoked client, user or token, or a key that was withdrawn, goes on being used',
    must: 'Refused everywhere within 5 s',
    checks: [{ tests: ['tests/unit/identity-keys.test.ts', 'tests/unit/identity.test.ts'] }],
    bounds: [
      none('of 1,000 requests answered after their token was revoked'),
      { figure: 'refused after its key was withdrawn', unit: 'ms', most: 5_000 },
      held(20),
    ],
  },
  {
    name: 'journal-tampered',
    threat: 'A superuser edits, deletes, inserts, reorders or truncates the journal',
    must: 'Found, the first bad entry named',
    checks: [{ tests: subgraphs('journal') }],
    bounds: [{ figure: 'kinds of tampering found and named', least: 11, sum: true }, held(25)],
  },
  {
    name: 'aliases',
    threat: 'Aliases of one operation are used to try many numbers and names',
    must: 'Every alias counts',
    checks: [{ tests: subgraphs('training/verify-qualification'), only: 'beyond the limit|alias' }],
    bounds: [held(2)],
  },
  {
    name: 'slow-clients',
    threat: '300 clients that are slow with their head or body, or do nothing',
    must: 'Gone within 15 s, while others are answered',
    checks: [{ tests: supergraph('quiet'), only: 'clients that are slow' }],
    bounds: [
      { figure: 'slow clients', least: 300 },
      { figure: 'the last of them was gone after', unit: 'ms', most: 15_500 },
      held(1),
    ],
  },
  {
    name: 'dear-operations',
    threat: 'Operations as dear as the limits allow',
    must: 'None brings more than its cost has said or keeps the event loop for longer than 200 ms',
    checks: [{ tests: supergraph('cost-hunt', 'cost'), env: { HUNT_MS: '120000' } }],
    bounds: [
      { figure: 'operations hunted', least: 500, sum: true },
      { figure: 'the event loop stood still for', unit: 'ms', most: 200 },
      held(15),
    ],
  },
  {
    name: 'dearest-at-once',
    threat: 'The dearest documents that are accepted, 64 at once',
    must: 'Others go on: memory stays below a gigabyte, the health answers',
    checks: [{ tests: supergraph('burst') }, { tests: ['tests/unit/admission.test.ts'] }],
    bounds: [held(2)],
  },
  {
    name: 'decided-records',
    threat: 'Records in bulk that come decided, under another’s source, or of another region',
    must: 'Refused',
    checks: [
      { tests: ['tests/contract/decisions.test.ts', ...subgraphs('registry/sources')] },
      { tests: supergraph('submissions'), only: 'another source|outside the caller' },
    ],
    bounds: [held(20)],
  },
  {
    name: 'database-logins',
    threat: 'The login of one subgraph is used on the data of another, or on the journal',
    must: 'It can read, write and become nothing else',
    checks: [
      {
        tests: ['tests/unit/logins.test.ts'],
        only: 'refused what is not its own|Without any other|one for all',
      },
      { tests: subgraphs('journal'), only: 'the service itself' },
    ],
    bounds: [held(3)],
  },
  {
    name: 'sql-injection',
    threat: 'SQL in every text, number, filter, sort and cursor',
    must: 'It stays a value: what was asked for is no part of any statement, and nothing fails by it',
    checks: [
      {
        tests: supergraph('extreme-arguments', 'extreme-inputs', 'extremes-by-http', 'statements'),
        env: { EXTREMES: 'all' },
      },
    ],
    bounds: [held(1_000)],
  },
];
