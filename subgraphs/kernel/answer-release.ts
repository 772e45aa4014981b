import { audit } from './journal';
import { departmentOf, isInsider, requireRegion, requireScope } from './caller';
import { DeciderMustDiffer, NotFound } from './catalogue';
import type { RequestContext } from './context';
import type { Transaction } from './database';
import { requireEmpowered } from './empowerment';
import { declareError, type Words } from './errors';
import { FigureNotYours, FigureRelease, documented, ended } from './figure-release';
import { regionCode } from './identifier-kinds';
import { asked, inputType, type Answers, type Asked } from './record';
import { divisionCode } from './region-code';
import { defineVerb } from './verb';
import type { DepartmentKind } from './vocabulary';

const NotReleased = declareError(
  'NOT_RELEASED',
  '{what:words}未发布，公众暂不可查。',
  'The {what:words} was not released: the public is not told of it.',
);
const BelowCounty = declareError(
  'RELEASE_BELOW_COUNTY',
  '县级以下的数据不向公众发布，收到：{got}。',
  'What is below a county is not released to the public, but got: {got}.',
);

interface Releasable<Fields extends Record<string, Asked<unknown>>, Row extends object> {
  /** The query that tells it, and the type of what it lists. */
  query: string;
  type: string;
  /** What it is called in its verbs: `Ranking` is released by `releaseRanking`. */
  name: string;
  term: Words;
  /** By what it is asked, besides the division. */
  fields: Fields;
  /** Whether it tells of the divisions right below the one that is asked for. */
  ofParts?: true;
  subgraph: string;
  ownerOf: (asked: Answers<Fields>) => DepartmentKind;
  work: Work<Fields, Row>;
  /** What is released of it, where that is less than what agencies are told. */
  workToRelease?: Work<Fields, Row>;
}
type Work<Fields, Row> = (context: RequestContext, asked: AskedOf<Fields>) => Promise<Row[]>;
type AskedOf<Fields> = Answers<Fields> & { region: string };
type OfDay<Row> = Row & { asOf: Date };

/** An answer about many at once: agencies are told what it is now, the public what its owner has released, as of then. */
export interface Releasing<Fields, Row> {
  tell: (context: RequestContext, asked: AskedOf<Fields>) => Promise<OfDay<Row>[]>;
  verbs: readonly (new () => object)[];
}

const region = asked(regionCode, '区划代码. The division that it is asked for.');

/** Declares who releases an answer, and by what it is asked (decision 41). */
export function releasable<const Fields extends Record<string, Asked<unknown>>, Row extends object>(
  answer: Releasable<Fields, Row>,
): Releasing<Fields, Row> {
  const { query, name, term, fields, work, workToRelease = work } = answer;
  const { zh, en } = term;
  const names = Object.keys(fields);
  const subjectOf = (from: AskedOf<Fields>) =>
    [from.region, ...names.map((each) => (from as Record<string, string | null>)[each] ?? '-')].join(' ');
  const told = (rows: readonly Row[], asOf: Date) => rows.map((row) => ({ ...row, asOf }));

  const releaseInput = inputType(
    `Release${name}Input`,
    `发布${zh}. A ${en} that is made public, as it is at this moment.`,
    { region, ...fields, ...documented.release },
  );
  const withdrawInput = inputType(
    `Withdraw${name}Input`,
    `撤回${zh}. A ${en} that is no longer public from now on.`,
    { region, ...fields, ...documented.withdrawal },
  );
  const released = defineVerb({
    name: `release${name}`,
    says: `发布${zh}：公众自此所见为此刻的结果. Releases a ${en}: from now on the public sees it as it is at this moment.`,
    input: releaseInput,
    returns: () => FigureRelease,
    on: answer.type,
    async run(context, input) {
      const from = input as unknown as AskedOf<Fields> & Documents;
      requireOwner(context, answer, `release${name}`, from);
      const { document, secrecyReview, reviewedBy } = from;
      if (reviewedBy === context.caller.subject)
        throw DeciderMustDiffer({ field: 'reviewedBy', key: document });
      const content = JSON.stringify(await workToRelease(context, from));
      const said = { document, secrecyReview, releasedBy: departmentOf(context.caller), asOf: context.now };
      await changing(context, `release${name}`, answer.type, subjectOf(from), from.region, async (tx) => {
        await ended(tx, context, IN_FORCE, [query, subjectOf(from)], { document, reason: null });
        const by = [reviewedBy, context.caller.subject, said.releasedBy];
        const what = [query, subjectOf(from), content, said.asOf, document, secrecyReview];
        await tx.query(STORE, what.concat(by as string[]));
      });
      return said;
    },
  });
  const withdrawn = defineVerb({
    name: `withdraw${name}`,
    says: `撤回已发布的${zh}. Withdraws a ${en} that was released.`,
    input: withdrawInput,
    returns: () => FigureRelease,
    on: answer.type,
    async run(context, input) {
      const from = input as unknown as AskedOf<Fields> & { document: string; reason: string };
      requireOwner(context, answer, `withdraw${name}`, from);
      return changing(context, `withdraw${name}`, answer.type, subjectOf(from), from.region, async (tx) => {
        const [last] = await ended(tx, context, IN_FORCE, [query, subjectOf(from)], from);
        const got = subjectOf(from);
        if (!last)
          throw NotFound({ field: 'region', term: { zh: `已发布的${zh}`, en: `released ${en}` }, got });
        return last;
      });
    },
  });
  return {
    async tell(context, from) {
      if (isInsider(context.caller)) return told(await work(context, from), context.now);
      const [found] = await context.db.read<{ content: Row[]; asOf: Date }>(TOLD, [query, subjectOf(from)]);
      if (!found) throw NotReleased({ what: term });
      return told(found.content, found.asOf);
    },
    verbs: [released, withdrawn],
  };
}

interface Documents {
  document: string;
  secrecyReview: string;
  reviewedBy: string;
}

const TOLD = `SELECT content, as_of AS "asOf" FROM answer_release WHERE query = $1 AND asked = $2 AND ended_at IS NULL`;
const IN_FORCE = { table: 'answer_release', where: 'query = $1 AND asked = $2' };
const STORE = `INSERT INTO answer_release (query, asked, content, as_of, document, secrecy_review, reviewed_by, released_by, department_code)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

/** @throws AUTHENTICATION_REQUIRED, SCOPE_MISSING, TOWN_NOT_EMPOWERED, OUTSIDE_REGION, FIGURE_NOT_YOURS, RELEASE_BELOW_COUNTY */
function requireOwner<Fields extends Record<string, Asked<unknown>>>(
  { caller, today }: RequestContext,
  { subgraph, query, ownerOf, ofParts }: Releasable<Fields, object>,
  verb: string,
  from: AskedOf<Fields>,
): void {
  requireScope(caller, `decide:${subgraph}`);
  requireEmpowered(caller, `decide:${subgraph}`, verb, today);
  requireRegion(caller, from.region, 'region');
  const owner = ownerOf(from);
  if (caller.department !== owner) throw FigureNotYours({ owner, figure: query });
  const isBelow = divisionCode(from.region).length > 6 || (ofParts && !from.region.endsWith('00'));
  if (isBelow) throw BelowCounty({ field: 'region', got: from.region });
}

/** One at a time for each answer, and with its entry in the journal. */
function changing<Result>(
  context: RequestContext,
  operation: string,
  type: string,
  subject: string,
  division: string,
  change: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return context.db.transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext(current_schema() || ' answer ' || $1))`, [
      `${type} ${subject}`,
    ]);
    const result = await change(tx);
    const subjects = [{ type, key: subject, division }];
    await audit(tx, context, { operation, subjects, outcome: 'done' });
    return result;
  });
}
