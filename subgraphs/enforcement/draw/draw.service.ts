import { randomUUID } from 'node:crypto';
import { NotFound, audit, insertRows, lockRow, readRecord, requireRegion, requireScope, takeStep, type RequestContext } from '../../kernel';
import { insertNew } from '../own-rows';
import { Draw } from './draw';
import { DrawCheck } from './draw-check';
import { AnnounceSeedInput, CreateDrawInput, RecordDrawCheckInput } from './draw.inputs';
import { ALGORITHM, ALGORITHM_VERSION, checkCheck, checkDraw, drawn, poolDigest, readPool } from './draw.rules';

/** Binds the draw to come to its seed: published now, before anyone has fixed the pool. */
export async function announceSeed(context: RequestContext, sent: AnnounceSeedInput): Promise<Partial<Draw>> {
  const { caller, now, db } = context;
  requireScope(caller, 'decide:enforcement');
  const input = readRecord(AnnounceSeedInput, sent);
  requireRegion(caller, input.regionCode, 'regionCode');
  const departmentCode = caller.departmentCode ?? `${input.regionCode}-${caller.department}`;
  const draw = { ...input, id: randomUUID(), departmentCode, announcedAt: now, drawnOn: null, pool: [], result: [] };
  await db.transaction(async (tx) => {
    await insertRows(tx, Draw, [draw]);
    await audit(tx, context, { operation: 'announceSeed', subjects: [draw.id], outcome: 'announced' });
  });
  return draw;
}

/** Reveals the seed and draws, once. */
export async function createDraw(context: RequestContext, sent: CreateDrawInput): Promise<Draw> {
  const input = readRecord(CreateDrawInput, sent);
  const { id, seed, count } = input;
  const pool = readPool(input);
  const step = {
    operation: 'createDraw',
    scope: 'decide:enforcement',
    term: { zh: '抽取', en: 'draw' },
    entity: Draw,
    key: 'id' as const,
    value: id,
  };
  return takeStep<Draw>(context, step, (draw) => {
    checkDraw(draw, input, pool);
    return {
      ...{ seed, pool, count, poolDigest: poolDigest(pool), result: drawn(seed, pool, count) },
      ...{ algorithm: ALGORITHM, algorithmVersion: ALGORITHM_VERSION, drawnOn: context.today },
    };
  });
}

/** Notes what the check of a drawn enterprise has found; once, since it is published as it was found. */
export async function recordDrawCheck(context: RequestContext, sent: RecordDrawCheckInput): Promise<DrawCheck> {
  const { caller, db, today } = context;
  requireScope(caller, 'write:enforcement');
  const input = readRecord(RecordDrawCheckInput, sent);
  return db.transaction(async (tx) => {
    const { regionCode } = checkCheck(await lockRow(tx, db, Draw, 'id', input.drawId), input, today);
    requireRegion(caller, regionCode, 'regionCode');
    const id = `${input.drawId}/${input.uscc}`;
    const check = { ...input, id, regionCode, publishedOn: null };
    await insertNew(tx, DrawCheck, check, 'id');
    await audit(tx, context, { operation: 'recordDrawCheck', subjects: [id], outcome: 'recorded' });
    return check;
  });
}

/** Publishes all results of a draw that are not public yet. Returns the draw. */
export function publishDrawChecks(context: RequestContext, id: string): Promise<Draw> {
  const step = {
    operation: 'publishDrawChecks',
    scope: 'decide:enforcement',
    term: { zh: '抽取', en: 'draw' },
    entity: Draw,
    key: 'id' as const,
    value: id,
  };
  return takeStep<Draw>(context, step, async (draw, tx) => {
    const published = await tx.query('UPDATE draw_check SET published_on = $2 WHERE draw_id = $1 AND published_on IS NULL RETURNING id', [
      draw.id,
      context.today,
    ]);
    if (published.length === 0)
      throw NotFound({ field: 'id', term: { zh: '未公示的检查结果', en: 'check that is not yet public' }, got: id });
    return {};
  });
}
