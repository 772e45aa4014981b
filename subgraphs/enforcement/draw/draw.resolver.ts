import { randomBytes, randomUUID } from 'node:crypto';
import sql, { raw } from 'sql-template-tag';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  PageArgs,
  RegionCode,
  Shared,
  audit,
  defineLoader,
  insertRows,
  page,
  readRecord,
  requireRegion,
  requireScope,
  seal,
  takeStep,
  unseal,
  within,
  type RequestContext,
} from '../../kernel';
import { checkHandler } from '../case/case.rules';
import { handlerOf } from '../case/department-code';
import { Department } from '../references';
import { ALGORITHM, DrawDone, checkPool, commitmentOf, drawn, poolDigest } from './draw.rules';
import { DRAWS, DrawVerification, PerformDrawInput, PrepareDrawInput, RandomDraw, RandomDrawConnection } from './random-draw';

export const drawById = defineLoader<RandomDraw>(
  ({ db }, ids) => db.byKey(sql`SELECT ${raw(db.columns(RandomDraw))} FROM random_draw WHERE id = ANY(${ids}::varchar[])`),
  ({ id }) => id,
);

/** Fixes the pool and our part of the seed, and tells the digest of both: nobody can choose the result any more. */
async function prepare(context: RequestContext, sent: PrepareDrawInput): Promise<RandomDraw | null> {
  const { caller, settings } = context;
  requireScope(caller, 'decide:enforcement');
  const stated = readRecord(PrepareDrawInput, sent);
  const handler = handlerOf(stated.departmentCode, caller.department);
  requireRegion(caller, handler.regionCode, 'departmentCode');
  checkPool(stated.pool, stated.count);
  const seed = randomBytes(16).toString('hex');
  const own = { id: randomUUID(), sealedSeed: seal(seed, settings.dataKey), commitment: commitmentOf(seed), algorithm: ALGORITHM };
  await context.db.transaction(async (tx) => {
    await insertRows(tx, RandomDraw, [{ ...stated, ...handler, ...own, poolDigest: poolDigest(stated.pool), drawn: [] }]);
    await audit(tx, context, { operation: 'prepareDraw', subjects: [own.id], outcome: 'done' });
  });
  return drawById(context).load(own.id);
}

function perform(context: RequestContext, sent: PerformDrawInput): Promise<RandomDraw> {
  const { id, witnessSeed } = readRecord(PerformDrawInput, sent);
  const on = { operation: 'performDraw', scope: 'decide:enforcement', term: '抽取', entity: RandomDraw, key: 'id' as const, value: id };
  return takeStep(context, on, (one) => {
    checkHandler({ number: id, departmentKind: one.departmentKind }, context.caller);
    if (one.seed !== null) throw DrawDone({ key: id });
    const seed = `${unseal(one.sealedSeed, context.settings.dataKey)}:${witnessSeed}`;
    return { seed, drawn: drawn(one.pool, one.count, seed), drawnAt: context.now };
  });
}

/** Runs a draw again from what is on record. */
function verified({ pool, count, seed, commitment, poolDigest: said, drawn: result }: RandomDraw): DrawVerification | null {
  if (seed === null) return null;
  const [ours = ''] = seed.split(':');
  const [digest, again] = [poolDigest(pool), drawn(pool, count, seed)];
  const holds = digest === said && commitmentOf(ours) === commitment && JSON.stringify(again) === JSON.stringify(result);
  return { holds, poolDigest: digest, drawn: again };
}

const asked = { description: '内容. What is done.' };
const byId = { description: '抽取编号. Its id.' };

@Resolver(() => RandomDraw)
export class DrawResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => RandomDraw, { nullable: true, description: '按编号查抽取. The draw with this id.' })
  draw(@Arg('id', () => ID, byId) id: string, @Ctx() context: RequestContext) {
    return drawById(context).load(id);
  }

  @Shared('UNCONDITIONAL')
  @Query(() => RandomDrawConnection, { nullable: true, description: '双随机抽取，按区划、编号排序. Draws by division and id.' })
  draws(
    @Arg('region', () => RegionCode, { nullable: true, description: '区划及其下级. In the subtree of this division.' }) region: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return page(context, DRAWS, within(raw('region_code'), region), args);
  }

  @Shared('UNCONDITIONAL')
  @Query(() => DrawVerification, { nullable: true, description: '复核抽取. Runs a draw again; null before it was drawn.' })
  async verifyDraw(@Arg('id', () => ID, byId) id: string, @Ctx() context: RequestContext) {
    const one = await drawById(context).load(id);
    return one && verified(one);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Department, { nullable: true, description: '抽取部门. The department that draws.' })
  department(@Root() { departmentCode }: RandomDraw) {
    return { code: departmentCode };
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => RandomDraw, { nullable: true, description: '准备抽取：固定名录并公布种子承诺. Fixes the pool and commits to a seed.' })
  prepareDraw(@Arg('input', () => PrepareDrawInput, asked) input: PrepareDrawInput, @Ctx() context: RequestContext) {
    return prepare(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => RandomDraw, { nullable: true, description: '抽取. Draws, with a seed of a witness.' })
  performDraw(@Arg('input', () => PerformDrawInput, asked) input: PerformDrawInput, @Ctx() context: RequestContext) {
    return perform(context, input);
  }
}
