import { Directive, ObjectType } from 'type-graphql';
import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  Fact,
  Kept,
  NATIONWIDE,
  Submitted,
  asId,
  asked,
  inputOf,
  printedCode,
  undashedCode,
  vocabulary,
} from '../../kernel';
import { alike, date, flag, oneOf, regionCode, shaped, text } from '../../kernel';
import { keyProductCode } from './key-product';

/** A code of the catalogue, or OM-… where no official one is known. */
export const categoryCode = printedCode(28);

/** One row for each period: a category that left the catalogue and came back has two. */
@Entity()
@Index('ccc_category_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({
  description: '强制性产品认证目录类别. A category of the CCC catalogue in one of its periods.',
  simpleResolvers: true,
})
@Directive('@key(fields: "code")')
export class CccCategory extends Submitted {
  /** Code and first day of the period. */
  @PrimaryColumn('varchar', { length: 40, collation: 'C' }) id: string;

  @Fact(
    'PUBLIC',
    asId(categoryCode),
    '类别代码；无官方代码的为 OM- 开头的自定编号. Its code; OM-… where no official one is known.',
    { always: true },
  )
  code: string;

  @Fact('PUBLIC', fourDigits(), '目录代码四位. The four digits of the catalogue, if they are known.', {
    optional: true,
  })
  officialCode: string | null;

  @Fact('PUBLIC', text(100), '类别名称. The name of the category.', { always: true }) name: string;
  @Fact('PUBLIC', text(100), '目录大类. The class of the catalogue that it belongs to.') groupName: string;
  @Kept(keyProductCode, '重点产品代码. The key product that it belongs to.', { optional: true })
  keyProductCode: string | null;

  @Fact(
    'PUBLIC',
    flag,
    '是否影响大、关注度高而提高抽查比例. Whether it is of high concern and checked at a higher ratio.',
  )
  highConcern: boolean;

  @Fact('PUBLIC', date, '公布日期. The day on which its place in the catalogue was announced.', {
    optional: true,
  })
  announcedOn: string | null;

  @Fact('PUBLIC', date, '开始受理认证日期. The day from which applications are taken.', { optional: true })
  applicationsFrom: string | null;

  /** Nothing can be said of the days before; null: of any day. */
  @Fact('PUBLIC', date, '资料起始日. The first day that is known of; null is any.', { optional: true })
  knownFrom: string | null;

  @Fact(
    'PUBLIC',
    date,
    '强制实施日期；空为资料起始日前已实施. Mandatory from this day; null: before what is known.',
    { optional: true },
  )
  mandatoryFrom: string | null;

  @Fact('PUBLIC', date, '强制实施末日. The last mandatory day; null while it is in force.', {
    optional: true,
  })
  mandatoryTo: string | null;

  @Fact('PUBLIC', text(300), '依据公告. The notice that says so, or where it was found.') basis: string;
  @Fact('PUBLIC', flag, '是否已核对. Whether code, name and dates were read in a source.') verified: boolean;
  @Kept(regionCode, '须为 000000. The whole country: the catalogue is national.') regionCode: string;
}

function fourDigits() {
  return undashedCode(
    4,
    shaped((digits) => /^\d{4}$/.test(digits), alike('2401')),
  );
}

export const YesNo = vocabulary('YesNo', '是否. Yes or no.', { YES: '是. Yes.', NO: '否. No.' });
export type YesNo = keyof typeof YesNo;

export const CccCategoryInput = inputOf(
  CccCategory,
  '认证目录类别报送. A row of the CCC catalogue as its keeper submits it.',
  [
    'name',
    'groupName',
    'keyProductCode',
    'announcedOn!',
    'applicationsFrom',
    'mandatoryFrom',
    'mandatoryTo',
    'basis',
    'regionCode',
  ],
  {
    defaults: { regionCode: NATIONWIDE },
    also: {
      code: asked(fourDigits(), '目录代码四位. The four digits of the catalogue.'),
      highConcern: asked(
        oneOf(YesNo),
        '是否提高抽查比例. Whether it is checked at the higher ratio; NO by default.',
        { optional: true },
      ),
    },
  },
);
