import { Directive, ObjectType } from 'type-graphql';
import { audit } from './journal';
import { departmentOf, requireRegion, requireScope } from './caller';
import { DeciderMustDiffer, NotFound } from './catalogue';
import type { RequestContext } from './context';
import type { Transaction } from './database';
import { withheldAmong } from './disclosure';
import { requireEmpowered } from './empowerment';
import { declareError } from './errors';
import { Served } from './fact';
import { documentNumber, printedCode, regionCode } from './identifier-kinds';
import { asId, code, listOf, moment, prose, text } from './kinds';
import { defineLoader } from './loader';
import { MATTER_FIGURES, type Counting } from './matter-figures';
import { asked, inputType } from './record';
import type { DepartmentKind } from './vocabulary';

export const FigureNotYours = declareError(
  'FIGURE_NOT_YOURS',
  '{figure} 由 {owner:DepartmentKind} 主管，只有其可以发布或撤回。',
  'Only {owner:DepartmentKind}, whose figure {figure} is, may release or withdraw it.',
);
export const FigureUnknown = declareError(
  'FIGURE_UNKNOWN',
  '{field} 应为 {allowed} 之一，收到：{got}。',
  '{field} must be one of {allowed}, but got: {got}.',
);

const ALWAYS = { always: true } as const;
const OPTIONAL = { optional: true } as const;

@ObjectType({
  description: '数据发布. The release of a figure by its owner, as it is in force.',
  simpleResolvers: true,
})
@Directive('@shareable')
export class FigureRelease {
  @Served('PUBLIC', moment, '截至时间. The moment as of which it was released.', ALWAYS) asOf: Date;
  @Served('PUBLIC', text(40), '发布部门代码. The code of the department that released it.', ALWAYS)
  releasedBy: string;
  @Served('PUBLIC', text(64), '发布文件文号. The document by which it was released.', ALWAYS)
  document: string;
  @Served('PUBLIC', text(64), '保密审查意见文号. The document of its secrecy review.', ALWAYS)
  secrecyReview: string;
}

/** A release as it is stored: what was counted at that moment, and whether it is withheld from the public all the same. */
export interface Released extends FigureRelease {
  counted: string;
  whole: number | null;
  missing: string | null;
  withheld: boolean;
}
export interface Cell {
  matterCode: string;
  regionCode: string;
}

const IN_FORCE = `SELECT r.matter_code || ' ' || r.region_code || ' ' || r.figure AS cell, r.counted, r.whole, r.missing, r.withheld,
    r.as_of AS "asOf", r.department_code AS "releasedBy", r.document, r.secrecy_review AS "secrecyReview"
  FROM unnest($1::varchar[], $2::varchar[], $3::varchar[]) AS sought (matter_code, region_code, figure)
  JOIN figure_release AS r USING (matter_code, region_code, figure) WHERE r.ended_at IS NULL`;
const releases = defineLoader<Released & { cell: string }>(
  ({ db }, cells) => {
    const parts = cells.map((cell) => cell.split(' '));
    return db.read(
      IN_FORCE,
      [0, 1, 2].map((at) => parts.map((part) => part[at] ?? '')),
    );
  },
  ({ cell }) => cell,
);

/** The release of a figure that is in force, if there is one. */
export function releaseOf(
  context: RequestContext,
  { matterCode, regionCode: region }: Cell,
  figure: string,
): Promise<Released | null> {
  return releases(context).load(`${matterCode} ${region} ${figure}`);
}

const cell = {
  matterCode: asked(asId(printedCode(40)), '事项代码. The code of the matter.'),
  regionCode: asked(regionCode, '区划代码. The division that the figures are of.'),
};
/** By what anything is made public, and by what that ends. */
export const documented = {
  release: {
    document: asked(documentNumber(64), '发布文件文号. The number of the document that releases them.'),
    secrecyReview: asked(
      documentNumber(64),
      '保密审查意见文号. The number of the document of the secrecy review.',
    ),
    reviewedBy: asked(
      code(128),
      '保密审查人，不得为发布人本人. The officer who reviewed them: another than the one who releases them.',
    ),
  },
  withdrawal: {
    document: asked(documentNumber(64), '撤回文件文号. The number of the document that withdraws them.'),
    reason: asked(prose(500), '撤回原因. The reason for which they are no longer public.'),
  },
};
export const ReleaseFiguresInput = inputType(
  'ReleaseFiguresInput',
  '发布数据项. Figures of a matter in a division that are made public, as they are at this moment.',
  {
    ...cell,
    figures: asked(
      listOf(code(40)),
      '数据项名称；不填为本部门可默认发布的各项，不含在办、罚款、逾期、按期率和未报送的. The names of the figures; if left out, all that are released without being named: none of open cases, fines, what is overdue, the rate on time, or what was never reported.',
      OPTIONAL,
    ),
    ...documented.release,
  },
);
export const WithdrawFiguresInput = inputType(
  'WithdrawFiguresInput',
  '撤回已发布的数据项. Figures that are no longer public from now on.',
  {
    ...cell,
    figures: asked(
      listOf(code(40)),
      '数据项名称；不填为全部. The names of the figures; all, if left out.',
      OPTIONAL,
    ),
    ...documented.withdrawal,
  },
);
export type ToRelease = InstanceType<typeof ReleaseFiguresInput>;
export type ToWithdraw = InstanceType<typeof WithdrawFiguresInput>;

/** What is stored of a figure that is released. */
export interface Counted {
  figure: string;
  counted: string;
  whole: number | null;
  /** How many it is of. */
  subjects: number;
  missing: string | null;
}

/** Whose figures a subgraph's are. */
const OWNERS: Record<Counting, DepartmentKind> = {
  equipment: 'MARKET_SUPERVISION',
  quality: 'MARKET_SUPERVISION',
  enforcement: 'MARKET_SUPERVISION',
  hazards: 'EMERGENCY_MANAGEMENT',
  training: 'EMERGENCY_MANAGEMENT',
  credit: 'MARKET_SUPERVISION',
};

/**
 * Refuses whoever may not release these figures or withdraw them.
 * @throws AUTHENTICATION_REQUIRED, SCOPE_MISSING, TOWN_NOT_EMPOWERED, OUTSIDE_REGION, FIGURE_NOT_YOURS, FIGURE_UNKNOWN
 */
export function requireOwner(
  { caller, today }: RequestContext,
  by: Counting,
  verb: string,
  { regionCode: region, figures }: Pick<ToWithdraw, 'regionCode' | 'figures'>,
): void {
  requireScope(caller, `decide:${by}`);
  requireEmpowered(caller, `decide:${by}`, verb, today);
  requireRegion(caller, region, 'regionCode');
  if (caller.department !== OWNERS[by]) throw FigureNotYours({ owner: OWNERS[by], figure: `${by}Figures` });
  const allowed = Object.keys(MATTER_FIGURES[by]);
  const unknown = figures?.find((name) => !allowed.includes(name));
  if (unknown !== undefined)
    throw FigureUnknown({ field: 'figures', allowed: allowed.join(', '), got: unknown });
}

/** What is stored of a release: its number is given by the table, and how it ends is written then. */
const STORED = `figure, counted, whole, subjects, missing, matter_code, region_code, as_of, document, secrecy_review,
  reviewed_by, released_by, department_code, withheld`;

/** Makes figures public as they were counted; what was released before is superseded. Whoever releases has not reviewed. */
export function release(
  context: RequestContext,
  operation: string,
  { matterCode, regionCode: region }: Cell,
  { document, secrecyReview, reviewedBy }: ToRelease,
  counted: readonly Counted[],
): Promise<void> {
  const { caller, now } = context;
  if (reviewedBy === caller.subject) throw DeciderMustDiffer({ field: 'reviewedBy', key: document });
  const rows = counted.map((each) => ({
    ...each,
    matter_code: matterCode,
    region_code: region,
    as_of: now,
    document,
    secrecy_review: secrecyReview,
    reviewed_by: reviewedBy,
    released_by: caller.subject,
    department_code: departmentOf(caller),
    withheld: false,
  }));
  const names = counted.map(({ figure }) => figure);
  return changing(context, operation, { matterCode, regionCode: region }, names, async (tx) => {
    await ended(tx, context, IN_CELL, [matterCode, region, names], { document, reason: null });
    await tx.query(
      `INSERT INTO figure_release (${STORED}) SELECT ${STORED} FROM json_populate_recordset(NULL::figure_release, $1)`,
      [JSON.stringify(rows)],
    );
  });
}

/** Withdraws figures: the public is told nothing of them from now on. What was released stays on record. */
export function withdraw(
  context: RequestContext,
  operation: string,
  by: Counting,
  { matterCode, regionCode: region, figures, document, reason }: ToWithdraw,
): Promise<void> {
  const names = figures ?? Object.keys(MATTER_FIGURES[by]);
  const of = { matterCode, regionCode: region };
  return changing(context, operation, of, names, async (tx) => {
    const were = await ended(tx, context, IN_CELL, [matterCode, region, names], { document, reason });
    if (were.length === 0) {
      const term = { zh: '已发布的数据项', en: 'released figure' };
      throw NotFound({ field: 'figures', term, got: names.join(', ') });
    }
  });
}

/** One at a time for each figure of a matter: what is withheld of a division rests on what is told of the others. */
async function changing(
  context: RequestContext,
  operation: string,
  { matterCode, regionCode: region }: Cell,
  figures: readonly string[],
  change: (tx: Transaction) => Promise<void>,
): Promise<void> {
  await context.db.transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext(current_schema() || ' figures ' || $1))`, [
      matterCode,
    ]);
    await change(tx);
    for (const figure of figures) await withhold(tx, matterCode, figure);
    const subjects = figures.map((figure) => ({
      type: 'FigureRelease',
      key: `${matterCode} ${region} ${figure}`,
      division: region,
      concerns: [{ type: 'Matter', key: matterCode }],
    }));
    await audit(tx, context, { operation, subjects, outcome: 'done' });
  });
}

const IN_CELL = {
  table: 'figure_release',
  where: 'matter_code = $1 AND region_code = $2 AND figure = ANY($3::varchar[])',
};

/** Ends what of these is in force, and says what that was; it stays on record. */
export function ended(
  tx: Transaction,
  { caller, now }: RequestContext,
  { table, where }: { table: string; where: string },
  of: readonly unknown[],
  { document, reason }: { document: string; reason: string | null },
): Promise<FigureRelease[]> {
  const [at, by, ending, why] = [1, 2, 3, 4].map((nth) => `$${of.length + nth}`);
  return tx.query(
    `UPDATE ${table} SET ended_at = ${at}, ended_by = ${by}, end_document = ${ending}, end_reason = ${why}
     WHERE ${where} AND ended_at IS NULL
     RETURNING as_of AS "asOf", department_code AS "releasedBy", document, secrecy_review AS "secrecyReview"`,
    [...of, now, caller.subject, document, reason],
  );
}

async function withhold(tx: Transaction, matterCode: string, figure: string): Promise<void> {
  const rows = await tx.query<{ region: string; subjects: number }>(
    'SELECT region_code AS region, subjects FROM figure_release WHERE matter_code = $1 AND figure = $2 AND ended_at IS NULL',
    [matterCode, figure],
  );
  const hidden = withheldAmong(new Map(rows.map(({ region, subjects }) => [region, subjects])));
  await tx.query(
    `UPDATE figure_release SET withheld = region_code = ANY($3::varchar[])
     WHERE matter_code = $1 AND figure = $2 AND ended_at IS NULL AND withheld <> (region_code = ANY($3::varchar[]))`,
    [matterCode, figure, [...hidden]],
  );
}
