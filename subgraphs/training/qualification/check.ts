import { timingSafeEqual } from 'node:crypto';
import { Arg, Ctx, ObjectType, Query, Resolver } from 'type-graphql';
import {
  Served,
  Shared,
  Throttle,
  audit,
  date,
  flag,
  moment,
  oneOf,
  type RequestContext,
} from '../../kernel';
import { QualificationItem } from './item';
import { itemById } from './item.rules';
import { formerPseudonymsOf, pseudonymsOf } from './personal';
import { QualificationStatus, type Qualification } from './qualification';
import { isInForce, statusOn } from './qualification.rules';

@ObjectType({
  description:
    '证书查询防伪结果. Whether a certificate is genuine; of one that is not, nothing else is said.',
  simpleResolvers: true,
})
export class QualificationCheck {
  @Served('PUBLIC', flag, '是否真实. Whether such a certificate was issued to a holder of this name.', {
    always: true,
  })
  genuine: boolean;

  @Served(
    'PUBLIC',
    oneOf(QualificationStatus),
    '状态（当日）；不真实则空. The state that it is in today; null unless genuine.',
    {
      optional: true,
    },
  )
  status: QualificationStatus | null;

  @Served('PUBLIC', () => QualificationItem, '资格项目；不真实则空. Its item; null unless genuine.')
  item: QualificationItem | null;

  @Served('PUBLIC', date, '有效期届满日；不真实则空. The last day of its term; null unless genuine.', {
    optional: true,
  })
  expiresOn: string | null;

  @Served('PUBLIC', moment, '查询时间. The moment at which it was checked.', { always: true })
  checkedAt: Date;
}

/** How often one caller may check in a minute: a person at a gate does not check more, somebody who guesses numbers would. */
export const CHECKS_PER_MINUTE = 30;
const throttle = new Throttle(CHECKS_PER_MINUTE, 60);
/** So many items of one number are compared, whether there are that many or none. */
const COMPARED = 16;
const NOBODY = '-'.repeat(32);

type Held = Pick<
  Qualification,
  'holderPseudonym' | 'itemId' | 'standing' | 'validUntil' | 'renewBy' | 'expiresOn'
>;

/**
 * 证书查询防伪. Number and name must both be right; else the answer says no more than that, and takes the same statements
 * and the same comparisons, so that neither answer nor time tells whether a number exists or whose it is. On record is only
 * the pseudonym of the number. Every use counts, aliases of one operation as well.
 * @throws RATE_LIMITED
 */
export async function verifyQualification(
  context: RequestContext,
  number: string,
  holderName: string,
): Promise<QualificationCheck> {
  await throttle.take(context);
  const { dataKey } = context.settings;
  const asked = pseudonymsOf(number, holderName, dataKey);
  const pairs = [asked, formerPseudonymsOf(number, holderName, dataKey)];
  const holders = pairs.map(({ holder }) => Buffer.from(holder));
  return context.db.transaction(async (tx) => {
    const rows = await tx.query<Held>(
      `SELECT holder_pseudonym AS "holderPseudonym", item_id AS "itemId", standing, valid_until AS "validUntil", renew_by AS "renewBy",
         expires_on AS "expiresOn" FROM qualification
       WHERE number_pseudonym = ANY($1::varchar[]) AND duplicate_of IS NULL ORDER BY valid_until DESC, id LIMIT ${COMPARED}`,
      [pairs.map(({ number: each }) => each)],
    );
    const found: Held[] = [];
    for (let at = 0; at < COMPARED; at++) {
      const row = rows[at];
      const isHolder = holders.map((holder) =>
        timingSafeEqual(Buffer.from(row?.holderPseudonym ?? NOBODY), holder),
      );
      if (row && isHolder.includes(true)) found.push(row);
    }
    const check = checkOf(found, context);
    await audit(tx, context, {
      operation: 'verifyQualification',
      subjects: [{ type: 'QualificationNumber', key: asked.number }],
      outcome: check.genuine ? 'genuine' : 'not genuine',
    });
    return check;
  });
}

/** Of several items on one certificate, one in force that runs longest. */
function checkOf(found: readonly Held[], { today, now }: RequestContext): QualificationCheck {
  const shown = found.find((row) => isInForce(statusOn(row, today))) ?? found[0];
  if (!shown) return { genuine: false, status: null, item: null, expiresOn: null, checkedAt: now };
  return {
    genuine: true,
    status: statusOn(shown, today),
    item: itemById(shown.itemId),
    expiresOn: shown.expiresOn,
    checkedAt: now,
  };
}

@Resolver()
export class QualificationCheckResolver {
  @Shared('PUBLIC')
  @Query(() => QualificationCheck, {
    nullable: true,
    description:
      '证书查询防伪：仅答真伪. Whether a certificate with this number was issued to this holder; leaks nothing else.',
  })
  verifyQualification(
    @Arg('number', () => String, { description: '证书编号. The number on the certificate.' }) number: string,
    @Arg('holderName', () => String, {
      description: '持证人姓名. The full name of the holder, as on the certificate.',
    })
    holderName: string,
    @Ctx() context: RequestContext,
  ) {
    return verifyQualification(context, number, holderName);
  }
}
