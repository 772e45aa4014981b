import { randomUUID } from 'node:crypto';
import {
  NotFound,
  again,
  audit,
  defineVerb,
  id,
  insertRows,
  journalSubject,
  keyAlone,
  lockRow,
  procedure,
  refuseDuplicate,
  requireRegion,
  requireScope,
  type Transaction,
} from '../../kernel';
import { insertNew } from '../own-rows';
import { AnnounceSeedInput, CreateDrawInput, Draw } from './draw';
import { DrawCheck, RecordDrawCheckInput } from './draw-check';
import {
  ALGORITHM,
  ALGORITHM_VERSION,
  checkCheck,
  checkDraw,
  drawn,
  drawnAlready,
  poolDigest,
  readPool,
  standing,
} from './draw.rules';

/** Binds the draw to come to its seed: published now, before anyone has fixed the pool. */
export const announceSeed = defineVerb({
  name: 'announceSeed',
  says: '公告种子摘要. Announces the digest of the seed of a draw to come.',
  input: AnnounceSeedInput,
  returns: () => Draw,
  async run(context, stated) {
    const { caller, now, db } = context;
    requireScope(caller, 'decide:enforcement');
    requireRegion(caller, stated.regionCode, 'regionCode');
    const departmentCode = caller.departmentCode ?? `${stated.regionCode}-${caller.department}`;
    const draw = {
      ...stated,
      id: randomUUID(),
      departmentCode,
      announcedAt: now,
      drawnOn: null,
      seed: null,
      pool: [],
      result: [],
    };
    const work = async (tx: Transaction) => {
      await refuseDuplicate(tx, Draw, draw);
      await insertRows(tx, context, Draw, [draw]);
      await audit(tx, context, {
        operation: 'announceSeed',
        subjects: [journalSubject(Draw, draw)],
        outcome: 'announced',
      });
    };
    await again(() => db.transaction(work));
    return draw;
  },
});

export const drawSteps = procedure(
  Draw,
  { scope: 'enforcement', key: 'id', stateOf: standing, refuse: drawnAlready },
  {
    createDraw: {
      from: ['ANNOUNCED'],
      to: null,
      scope: 'decide',
      says: '抽取，公开种子. Reveals the seed and draws, once.',
      input: CreateDrawInput,
      decide(draw, stated, { today }) {
        const pool = readPool(stated);
        checkDraw(draw, stated, pool);
        const { seed, count } = stated;
        return {
          seed,
          pool,
          count,
          poolDigest: poolDigest(pool),
          result: drawn(seed, pool, count),
          algorithm: ALGORITHM,
          algorithmVersion: ALGORITHM_VERSION,
          drawnOn: today,
        };
      },
    },
    publishDrawChecks: {
      to: null,
      scope: 'decide',
      says: '公示检查结果. Publishes the results of a draw that are not public yet.',
      input: keyAlone('id', id(36), '抽取编号. The id of the draw.'),
      async decide({ id }, _, { today }, tx) {
        const published = await tx.query(
          'UPDATE draw_check SET published_on = $2 WHERE draw_id = $1 AND published_on IS NULL RETURNING id',
          [id, today],
        );
        if (published.length === 0) {
          throw NotFound({
            field: 'id',
            term: { zh: '未公示的检查结果', en: 'check that is not yet public' },
            got: id,
          });
        }
        return {};
      },
    },
  },
);

/** Notes what the check of a drawn enterprise has found; once, since it is published as it was found. */
export const recordDrawCheck = defineVerb({
  name: 'recordDrawCheck',
  says: '登记检查结果. Notes what the check of a drawn enterprise has found.',
  input: RecordDrawCheckInput,
  returns: () => DrawCheck,
  run(context, stated) {
    const { caller, db, today } = context;
    requireScope(caller, 'write:enforcement');
    return db.transaction(async (tx) => {
      const { regionCode } = checkCheck(await lockRow(tx, db, Draw, 'id', stated.drawId), stated, today);
      requireRegion(caller, regionCode, 'regionCode');
      const id = `${stated.drawId}/${stated.uscc}`;
      const check = { ...stated, id, regionCode, publishedOn: null };
      await insertNew(tx, context, DrawCheck, check, 'id');
      await audit(tx, context, {
        operation: 'recordDrawCheck',
        subjects: [journalSubject(DrawCheck, check)],
        outcome: 'recorded',
      });
      return check;
    });
  },
});
