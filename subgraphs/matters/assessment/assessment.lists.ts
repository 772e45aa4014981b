import sql, { raw } from 'sql-template-tag';
import {
  dateInChina,
  defineLoader,
  divisionCode,
  tableOf,
  type Database,
  type EntityClass,
  type RequestContext,
} from '../../kernel';
import { Assessment, type Result } from './assessment';
import { AssessmentFigure, EnteredScore } from './figure';
import { modelFor } from './model-file';
import { interviewsIn, parentOf } from './quarter.rules';
import { ranked } from './ranking.rules';
import { scoreOf } from './score.rules';

/** The members of one ranking: `parent quarter`. */
interface Ranking {
  key: string;
  members: Assessment[];
}

/** Rankings, in three statements for all of them, however many members they have. */
const rankings = defineLoader<Ranking>(
  async ({ db }, keys) => {
    const asked = keys.map((key) => key.split(' '));
    const [parents, quarters] = [asked.map(([parent]) => parent), asked.map(([, quarter]) => quarter)];
    const rows = await db.byKey<Assessment>(sql`
      SELECT ${raw(db.columns(Assessment))} FROM assessment
      WHERE (parent_code, quarter) IN (SELECT * FROM unnest(${parents}::varchar[], ${quarters}::varchar[])) ORDER BY region_code`);
    const scored = await withResults(db, rows);
    return keys.map((key) => ({
      key,
      members: scored.filter(({ parentCode, quarter }) => `${parentCode} ${quarter}` === key),
    }));
  },
  ({ key }) => key,
);

/** The divisions below one, each with its score and its place among them. */
export async function rankingOf(
  context: RequestContext,
  region: string,
  quarter: string,
): Promise<Assessment[]> {
  return (await rankings(context).load(`${divisionCode(region)} ${quarter}`))?.members ?? [];
}

/** One assessment, with its place among its siblings. */
export async function assessmentById(context: RequestContext, id: string): Promise<Assessment | null> {
  const [, quarter, region] = /^(\d{4}-Q[1-4])-(\d{6,12})$/.exec(id) ?? [];
  const parent = region ? parentOf(region) : null;
  if (!parent || !quarter) return null;
  return (await rankingOf(context, parent, quarter)).find((member) => member.id === id) ?? null;
}

/** What is confirmed as it was then; what is open computed from what is stored now. */
async function withResults(db: Database, rows: readonly Assessment[]): Promise<Assessment[]> {
  const open = rows.filter(({ frozen }) => frozen === null);
  const results = await computed(db, open);
  return rows.map((row) => withResult(row, results));
}

/** An assessment with what it says: as it was confirmed, or as it was computed now. */
export function withResult(row: Assessment, results: ReadonlyMap<string, Result>): Assessment {
  const result = row.frozen ?? results.get(row.id);
  if (!result) throw new Error(`${row.id} was neither confirmed nor computed`);
  return { ...row, result };
}

type Read = Pick<Database, 'read'>;

/** Scores and ranks of open assessments; the members of a ranking are confirmed together, so all of them are here. */
export async function computed(
  db: Database,
  open: readonly Assessment[],
  from: Read = db,
): Promise<Map<string, Result>> {
  const ids = open.map(({ id }) => id);
  const figures =
    ids.length === 0 ? [] : await readAll<AssessmentFigure>(db, from, AssessmentFigure, ids, ', source');
  const entries = ids.length === 0 ? [] : await readAll<EnteredScore>(db, from, EnteredScore, ids);
  const scored = open.map((assessment) => {
    const stored = {
      figures: figures.filter(({ assessmentId }) => assessmentId === assessment.id),
      entries: latest(entries.filter(({ assessmentId }) => assessmentId === assessment.id)),
    };
    return { assessment, ...scoreOf(modelFor(assessment.quarter, assessment.parentCode), stored) };
  });
  const keyOf = ({ parentCode, quarter }: Assessment) => `${parentCode} ${quarter}`;
  const keys = [...new Set(open.map(keyOf))];
  const results = keys.flatMap((key) => {
    const members = scored.filter(({ assessment }) => keyOf(assessment) === key);
    return ranked(members, interviewsIn(key.slice(key.indexOf(' ') + 1)));
  });
  return new Map(results.map(({ assessment, ...result }) => [assessment.id, result]));
}

function readAll<Row extends object>(
  db: Database,
  from: Read,
  entity: EntityClass<Row>,
  ids: readonly string[],
  more = '',
): Promise<Row[]> {
  return from.read<Row>(
    `SELECT ${db.columns(entity)}${more} FROM ${tableOf(entity)} WHERE assessment_id = ANY($1::varchar[]) ORDER BY id`,
    [ids],
  );
}

/** Of each indicator the entry that was made last. */
function latest(entries: readonly EnteredScore[]): (EnteredScore & { enteredOn: string })[] {
  const byIndicator = new Map<string, EnteredScore>();
  for (const entry of entries)
    if (entry.nth > (byIndicator.get(entry.indicator)?.nth ?? 0)) byIndicator.set(entry.indicator, entry);
  return [...byIndicator.values()].map((entry) => ({ ...entry, enteredOn: dateInChina(entry.enteredAt) }));
}
