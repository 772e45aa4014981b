import { subgraphs } from '../../subgraphs';
import {
  fieldsOf,
  linksOf,
  nameOf,
  withoutUndecided,
  type RequestContext,
  type Submission,
  type Transaction,
} from '../../subgraphs/kernel';
import { as, callOf } from '../support/callers';
import { deciding, states } from '../support/decided-states';

const submissions = subgraphs.flatMap(({ submissions: taken = [] }) => taken);

/** What is submitted and decides nothing, each with its reason. */
const NOTHING_DECIDED: Readonly<Record<string, string>> = {
  'industry-restrictions': 'a rule of a place, about nobody in particular',
  grids: 'how a place is divided',
  'grid-people': 'who is in charge where',
  'duty-lists': 'a list that a department keeps of itself',
  'project-safety': 'a report of what was done',
  inspections: 'the finding of an inspection body',
  tests: 'the finding of an inspection body',
  'gas-cylinders': 'the register of whoever fills them, scrapping included',
  'cylinder-fillings': 'a report of what was done',
  'safety-appointments': 'what an enterprise has decided of itself',
  'safety-checks': 'what an enterprise has checked of itself',
  'emergency-plans': 'what an enterprise has decided of itself',
  'equipment-violations': 'a report of what was found',
  'campaign-checks': 'a report of what was found',
  'lift-faults': 'a report of what happened',
  'inspection-bodies': 'the list of bodies of the national authority: no officer here approves one',
  inspectors: 'the list of inspectors of a body',
  'task-progress': 'what a department reports of itself',
  'assessment-figures': 'figures, which the safety committee confirms by a step',
  'duty-records': 'what a department reports of itself',
  'measure-feedback': 'a report of what was done',
  principals: 'the register’s own entry of who heads an enterprise',
  'safety-insurances': 'a contract',
  'ccc-categories': 'the catalogue, for the national authority alone',
  'certification-bodies': 'the list of bodies of the national authority',
  laboratories: 'the list of laboratories of the national authority',
  'institution-checks': 'a report of what was found',
  recalls: 'the plan of a producer; announcing it is a step',
  'sampling-plans': 'a plan; carrying it out is a step',
  'trace-steps': 'a question and its answer',
  'training-courses': 'a report of what was done',
  attendance: 'a report of what was done',
  'training-duties': 'what follows from a rule',
  drills: 'a report of what was done',
  'training-bodies': 'the list of bodies; reviewing and withdrawing one are steps',
  experts: 'the list of experts',
  'welding-machines': 'the register of machines',
  'welder-codes': 'the register of codes',
  'inspection-tallies': 'figures',
  'lifeline-tallies': 'figures',
  'principal-checks': 'what an enterprise reports of itself',
  'fire-key-units': 'the list that fire and rescue keeps',
  'fire-checks': 'a report of what was found',
  'supervisory-inspections': 'a report of what was found',
};
/** What a record may say by which something is over or public. */
const SAYS_STATE =
  /^(?:status|standing|state|stage|disposal|escalation|(?:closed|published|announced|revoked|annulled|withdrawn|stopped|removed|disposed)On)$/;
/** Said of a noun that decides something, and not by itself a decision. */
const FOLLOWS: Readonly<Record<string, string>> = {
  'ccc-categories.announcedOn': NOTHING_DECIDED['ccc-categories'] ?? '',
  'cases.closedOn': 'its state says so',
  'hazards.closedOn': 'its state says so',
  'listings.removedOn': 'its state says so',
  'validity-checks.disposedOn': 'the day of the disposal',
  'task-progress.state': NOTHING_DECIDED['task-progress'] ?? '',
  'gas-cylinders.status': NOTHING_DECIDED['gas-cylinders'] ?? '',
};

/** Decisions that name an enterprise and are not bound to its division, each with its reason. */
const BOUND_OTHERWISE: Readonly<Record<string, string>> = {
  'ccc-certificates': 'a certificate is issued and disposed of for the whole country',
  'spot-checks': 'a sample is taken where it is sold, wherever its maker is registered',
  penalties: 'the case that it closes is bound',
  hazards: 'the department of the place where it lies handles it, wherever the unit is registered',
  accidents: 'where it happened, wherever the unit is registered',
  qualifications: 'about a person',
  equipment: 'the register of the division where the device stands',
  'prior-licences': 'of the holder, whose division the register says itself',
};

describe('what a batch may say without a decision', () => {
  test('every decision about an enterprise MUST be bound to its division, or stand on the list with its reason', () => {
    const open = deciding.filter(({ entity }) => {
      const named = linksOf(entity).filter(({ to }) => nameOf(to()) === 'Enterprise');
      return named.length > 0 && !named.some(({ subject }) => subject);
    });
    expect(open.map(({ kind }) => kind).sort()).toEqual(Object.keys(BOUND_OTHERWISE).sort());
  });

  test('every noun that is submitted MUST say which of its states are decided, or stand on the list with its reason', () => {
    const open = submissions.filter(({ decisions }) => !decisions).map(({ kind }) => kind);
    expect(open.sort()).toEqual(Object.keys(NOTHING_DECIDED).sort());
  });

  test('every field that says a state MUST be among the marks of its noun, or follow from one', () => {
    const unmarked = submissions.flatMap(({ kind, input, decisions }) => {
      if (decisions?.marks === 'always') return [];
      const marked = Object.keys(decisions?.marks ?? {});
      const says = [...fieldsOf(input).keys()].filter(
        (name) => SAYS_STATE.test(name) && !marked.includes(name),
      );
      return says.map((name) => `${kind}.${name}`);
    });
    expect(unmarked.sort()).toEqual(Object.keys(FOLLOWS).sort());
  });

  test('what decides MUST ask for who decided and by which document', () => {
    for (const { kind, input } of deciding)
      expect([kind, [...fieldsOf(input).keys()]]).toEqual([
        kind,
        expect.arrayContaining(['decidedBy', 'decisionDocument']),
      ]);
  });
});

const writer = as.officer('MARKET_SUPERVISION', '430682', 'write:x');
const contextOf = (...scopes: string[]) => callOf({ ...writer, scopes }) as RequestContext;
const BY_SOMEBODY = { decidedBy: 'somebody', decisionDocument: '决〔2026〕1号' };

/** What the door says of one record, where `former` stands. */
async function refusalOf(
  submission: Submission,
  row: Record<string, unknown>,
  context: RequestContext,
  former: Record<string, unknown> | null = null,
) {
  const standing = former && [{ key: 'k', source: 'test', revision: 1, row: former }];
  const tx = { query: () => Promise.resolve(standing ?? []) } as unknown as Transaction;
  const candidate = {
    index: 0,
    sourceId: '1',
    revision: 2,
    key: 'k',
    digest: '',
    row: { regionCode: '430682', ...row },
  };
  const sorted = { candidates: [candidate], rejected: [], unchanged: 0 };
  const { rejected, candidates } = await withoutUndecided(tx, context, submission, 'test', sorted);
  expect(candidates).toHaveLength(1 - rejected.length);
  const [reason] = rejected;
  return reason ? { code: reason.code, field: reason.field } : null;
}

describe.each(states)('$name', ({ submission, row, field, decided }) => {
  const scope = `decide:${submission.subgraph}`;

  test('MUST be taken from whoever may only write exactly if nobody has decided it', async () => {
    expect(await refusalOf(submission, { ...row, ...BY_SOMEBODY }, contextOf())).toEqual(
      decided ? { code: 'SCOPE_MISSING', field } : null,
    );
  });

  test('MUST be left by a correction of whoever may only write exactly if nobody has decided it', async () => {
    const { decisions } = submission;
    if (decisions?.marks === 'always') return;
    expect(await refusalOf(submission, {}, contextOf(), row)).toEqual(
      decided ? { code: 'SCOPE_MISSING', field } : null,
    );
  });

  if (!decided) return;
  test('MUST say by whom it was decided, other than the submitter, and by which document', async () => {
    const refusal = (said: object) => refusalOf(submission, { ...row, ...said }, contextOf(scope));
    expect(await refusal(BY_SOMEBODY)).toBeNull();
    expect(await refusal({ ...BY_SOMEBODY, decidedBy: null })).toEqual({
      code: 'FIELD_MISSING',
      field: 'decidedBy',
    });
    expect(await refusal({ ...BY_SOMEBODY, decidedBy: writer.subject })).toEqual({
      code: 'DECIDER_SUBMITS',
      field: 'decidedBy',
    });
    expect(await refusal({ ...BY_SOMEBODY, decisionDocument: null })).toEqual({
      code: 'FIELD_MISSING',
      field: 'decisionDocument',
    });
  });
});
