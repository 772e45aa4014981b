import { InputType } from 'type-graphql';
import { NATIONWIDE, Sent, SubmittedInput, date, oneOf, regionCode, shaped, text, vocabulary, alike } from '../../kernel';
import { keyProductOf } from './key-product';

export const YesNo = vocabulary('YesNo', '是否. Yes or no.', { YES: '是. Yes.', NO: '否. No.' });
export type YesNo = keyof typeof YesNo;

/** The code of a key product, as `keyProducts` lists them. */
export const keyProductCode = shaped((code) => keyProductOf(code) !== null, {
  zh: 'keyProducts 中的代码，如 GAS_APPLIANCE',
  en: 'a code of keyProducts, e.g. GAS_APPLIANCE',
});

@InputType({ description: '认证目录类别报送. A row of the CCC catalogue as its keeper submits it.' })
export class CccCategoryInput extends SubmittedInput {
  @Sent(shaped((code) => /^\d{4}$/.test(code), alike('2401')), '目录代码四位. The four digits of the catalogue.')
  code: string;

  @Sent(text(100), '类别名称. Its name.')
  name: string;

  @Sent(text(100), '目录大类. The class that it belongs to.')
  groupName: string;

  @Sent(keyProductCode, '重点产品代码. The key product that it belongs to.', { optional: true })
  keyProductCode: string | null;

  @Sent(oneOf(YesNo), '是否提高抽查比例，YES 或 NO. Whether it is checked at the higher ratio, YES or NO.', { default: 'NO' })
  highConcern: YesNo;

  @Sent(date, '公布日期. When it was announced.')
  announcedOn: string;

  @Sent(date, '开始受理认证日期. When applications are taken from.', { optional: true })
  applicationsFrom: string | null;

  @Sent(date, '强制实施日期；更正无起始日的旧行时不填. Mandatory from this day; left out to correct a row that has none.', {
    optional: true,
  })
  mandatoryFrom: string | null;

  @Sent(date, '强制实施末日. The last mandatory day.', { optional: true })
  mandatoryTo: string | null;

  @Sent(text(300), '依据公告. The notice that says so.')
  basis: string;

  @Sent(regionCode, '须为 000000. The whole country.', { default: NATIONWIDE })
  regionCode: string;
}
