import { held, none, subgraphs, supergraph, type Threat } from './threat';

/** What fails by itself, or by being used. */
export const faults: readonly Threat[] = [
  {
    name: 'subgraph-lost',
    threat: 'A subgraph is killed, hangs, drips, or answers rubbish or 500s under load',
    must: 'The healthy part is answered, with an error for each lost part that names its subgraph and no address; it recovers by itself',
    checks: [
      {
        tests: supergraph('faults', 'rubbish'),
        only: 'killed|hangs|one department of all|rubbish|instead of an answer|shape',
        env: { RUBBISH_RUNS: '1000' },
      },
    ],
    bounds: [
      { figure: 'a part of the answer while one hangs', unit: 'ms', most: 5_000 },
      { figure: 'a part of the answer once the breaker is open', unit: 'ms', most: 100 },
      { figure: 'whole again after it listens', unit: 'ms', most: 2_000 },
      { figure: 'answers of rubbish tried', least: 1_000 },
      held(15),
    ],
  },
  {
    name: 'postgres-restarts',
    threat: 'PostgreSQL dies under load, or is restarted at once',
    must: 'Reads recover; no acknowledged write is lost or doubled',
    checks: [{ tests: supergraph('database-dies') }],
    bounds: [
      none('acknowledged writes that were lost'),
      none('rows beyond those that were sent'),
      { figure: 'ready again after PostgreSQL died', unit: 'ms', most: 5_000 },
      held(2),
    ],
  },
  {
    name: 'killed-in-submission',
    threat: 'kill -9 in the middle of a submission',
    must: 'A batch is there as a whole or not at all; sending it again is harmless',
    checks: [{ tests: supergraph('submissions'), only: 'killed in mid-submission' }],
    bounds: [none('half batches'), none('acknowledged batches that were lost'), held(2)],
  },
  {
    name: 'same-submission',
    threat: 'The same submission 100 times at once, or out of order by revision',
    must: 'One row, the highest revision, the same answer',
    checks: [{ tests: supergraph('submissions'), only: 'times at once|revision' }],
    bounds: [{ figure: 'rows of one record sent 100 times at once', least: 1, most: 1 }, held(4)],
  },
  {
    name: 'two-decide',
    threat: 'Two officers decide at once',
    must: 'One wins, the other is told',
    checks: [
      {
        tests: subgraphs(
          'credit/decide-listing',
          'enforcement/case-steps',
          'enforcement/draw',
          'equipment/life',
          'hazards/accidents',
          'hazards/closed-loop',
          'matters/new-risks',
          'quality/spot-checks',
        ),
        only: 'two (officers|who|draws).*at once|two officers at once',
      },
    ],
    bounds: [held(8)],
  },
  {
    name: 'connections-exhausted',
    threat: 'All connections of a subgraph are held by statements that do not end',
    must: 'It refuses with a code and a hint when to come again; other subgraphs and tables go on; statements end',
    checks: [
      { tests: supergraph('cost'), only: 'takes too long|connections|keep|client has gone' },
      { tests: supergraph('connection-faults') },
    ],
    bounds: [{ figure: 'refused while all connections are taken', unit: 'ms', most: 3_000 }, held(9)],
  },
  {
    name: 'journal-refuses',
    threat: 'The journal cannot be written',
    must: 'Guarded reads and writes are refused, public ones go on',
    checks: [
      { tests: supergraph('cost'), only: 'what PostgreSQL refuses' },
      { tests: subgraphs('registry/sharing'), only: 'cannot be written' },
    ],
    bounds: [held(6)],
  },
  {
    name: 'start-without-subgraphs',
    threat: 'The gateway starts while a subgraph is down; its supergraph file is broken',
    must: 'It starts, is not ready by name, answers what it can; a broken file keeps the one before',
    checks: [
      { tests: supergraph('faults'), only: 'starts while|health of the gateway' },
      { tests: supergraph('quiet'), only: 'supergraph file' },
    ],
    bounds: [none('requests dropped while the supergraph was replaced'), held(3)],
  },
  {
    name: 'told-to-stop',
    threat: 'SIGTERM under load, a rolling restart of two gateways',
    must: 'What was begun is finished, new work goes elsewhere, each process ends with 0 within 10 s',
    checks: [
      { tests: supergraph('faults'), only: 'told to stop' },
      { tests: supergraph('quiet'), only: 'rolling restart' },
    ],
    bounds: [
      none('requests dropped while nine parts stopped'),
      none('requests dropped in a rolling restart'),
      { figure: 'all nine ended after', unit: 'ms', most: 10_000 },
      held(2),
    ],
  },
  {
    name: 'wrong-start',
    threat: 'A wrong setting, a bad migration, a start that is interrupted',
    must: 'One clear line that names it, no half start, no process left behind',
    checks: [
      {
        tests: ['tests/unit/config.test.ts', 'tests/unit/before-start.test.ts', 'tests/unit/logins.test.ts'],
      },
      { tests: supergraph('migration-commands', 'interrupted-start') },
    ],
    bounds: [held(60)],
  },
  {
    name: 'off-the-list',
    threat: 'A listed subject is removed, or its term ends',
    must: 'No answer, page, snapshot or consumer serves it after the commit, with 16 readers beside 8 writers',
    checks: [
      { tests: supergraph('feed-torture') },
      {
        tests: subgraphs('credit/dishonesty-listing', 'credit/is-listed', 'credit/repair', 'credit/snapshot'),
      },
    ],
    bounds: [
      none('served after its removal, skipped or doubled'),
      { figure: 'pages and snapshots read meanwhile', least: 500 },
      held(20),
    ],
  },
  {
    name: 'soak',
    threat: 'Thirty minutes of mixed load',
    must: 'Memory, statements, open files and files on disk do not grow',
    checks: [{ command: 'soak', args: ['--minutes', '30'] }],
    bounds: [
      { figure: 'memory at the end against after warming up', unit: '%', most: 5 },
      { figure: 'prepared statements of one connection', most: 300 },
      { figure: 'open files at the end against after warming up', most: 20 },
      { figure: 'files on disk at the end against after warming up', most: 5 },
      none('answers under load that were none or a fault of ours'),
    ],
  },
];
