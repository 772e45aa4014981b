import { ID, InputType } from 'type-graphql';
import { Asked, CatalogueError, RegionCode, Uscc, Yuan, oneOf, regionCode, text, uscc, yuan, type Reader } from '../../kernel';
import { documentNumber } from '../document-number';
import { TipCategory, type TipCategory as Category } from './tip-terms';

/** What a reporter writes: in lines, if they like; an error does not repeat it, since it may tell who they are. */
function told(max: number): Reader<string> {
  const reader = text(max);
  return {
    ...reader,
    parse(value, field) {
      try {
        return reader.parse(typeof value === 'string' ? value.replace(/\s+/g, ' ') : value, field);
      } catch (error) {
        throw error instanceof CatalogueError ? new CatalogueError(error.entry, { ...error.details, got: '***' }) : error;
      }
    },
  };
}

@InputType({ description: '举报. What anyone may tell of a breach of the law.' })
export class TipInput {
  @Asked(() => TipCategory, oneOf(TipCategory), '举报类别. What it is about.')
  category: Category;

  @Asked(() => RegionCode, regionCode, '事发地区划代码. The division where it happens.')
  regionCode: string;

  @Asked(() => String, told(200), '举报事项. The matter, in a few words.')
  subject: string;

  @Asked(() => String, told(2000), '具体情况. What happened.')
  description: string;

  @Asked(() => Uscc, uscc, '被举报单位的统一社会信用代码. The enterprise that it is about.', { optional: true })
  uscc: string | null;

  @Asked(() => String, told(50), '举报人姓名；密封保存，不向任何人提供. The reporter’s name: sealed, and shown to no one.', {
    optional: true,
  })
  reporterName: string | null;

  @Asked(() => String, told(30), '举报人电话；密封保存，不向任何人提供. The reporter’s phone: sealed, and shown to no one.', {
    optional: true,
  })
  reporterPhone: string | null;
}

@InputType({ description: '举报查实. What was found.' })
export class VerifyTipInput {
  @Asked(() => ID, text(24), '举报编号. The number of the tip.')
  number: string;

  @Asked(() => String, text(1000), '核查结果. What was found.')
  finding: string;

  @Asked(() => ID, documentNumber, '由此立案的案号. The case that was opened.', { optional: true })
  caseNumber: string | null;

  @Asked(() => ID, text(64), '由此登记的隐患编号. The hazard that was registered.', { optional: true })
  hazardNumber: string | null;
}

@InputType({ description: '举报办理. A step, with its reason.' })
export class TipReasonInput {
  @Asked(() => ID, text(24), '举报编号. The number of the tip.')
  number: string;

  @Asked(() => String, text(500), '理由或答复内容. The reason, or the answer.')
  reason: string;
}

@InputType({ description: '举报奖励. A reward.' })
export class RewardTipInput {
  @Asked(() => ID, text(24), '举报编号. The number of the tip.')
  number: string;

  @Asked(() => Yuan, yuan, '奖励金额（元）. The amount.')
  amount: string;
}
