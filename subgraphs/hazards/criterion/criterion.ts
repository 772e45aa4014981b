import { Directive, ObjectType } from 'type-graphql';
import { HazardDomain, Served, code, count, date, flag, id, oneOf, text } from '../../kernel';
import { HazardGrade } from '../hazard/hazard.terms';

@ObjectType({ description: '隐患判定条款. An item by which a hazard is judged.', simpleResolvers: true })
@Directive('@key(fields: "code")')
export class HazardCriterion {
  @Served('PUBLIC', id(40), '条款代码. The code of the item.', { always: true }) code: string;
  @Served('PUBLIC', text(200), '标准或规章. The standard or order that it stands in.') standard: string;
  @Served('PUBLIC', text(100), '条款号. The clause that it stands in.') clause: string;
  @Served('PUBLIC', text(600), '概要. The situation that it describes, in few words.') title: string;
  @Served(
    'PUBLIC',
    text(500),
    '判定情形，条件齐全，文字为概括；条文未见的为空. The situation with all its conditions, condensed; null where its text was not seen.',
    { optional: true },
  )
  conditions: string | null;
  @Served('PUBLIC', date, '施行日期. The first day on which it is in force.', { always: true }) from: string;
  @Served(
    'PUBLIC',
    date,
    '失效前最后一日；现行为空. The last day on which it is in force; null while it is.',
    {
      optional: true,
    },
  )
  to: string | null;
  @Served('PUBLIC', text(300), '文本来源. Where its text was read.') source: string;
  @Served('PUBLIC', oneOf(HazardDomain), '适用领域. The field that it is for.') domain: HazardDomain;
  @Served('PUBLIC', oneOf(HazardGrade), '判定等级. The grade of a hazard that meets it.') grade: HazardGrade;
  @Served(
    'PUBLIC',
    code(4),
    '所针对的设备种类（特种设备目录代码）. The kind of equipment that it is for, a code of the catalogue; null where it is for none or for all.',
    { optional: true },
  )
  equipmentKind: string | null;

  @Served('PUBLIC', flag, '条文是否见过. Whether its substance was seen, not only its number.') seen: boolean;
  @Served('PUBLIC', flag, '文字是否已核对. Whether its wording was checked against the official text.')
  verified: boolean;
}

@ObjectType({
  description: '隐患判定标准. A document by which hazards are judged; also one whose text was not seen.',
  simpleResolvers: true,
})
export class HazardStandard {
  @Served('PUBLIC', id(40), '标准代码. The code of the document.', { always: true }) id: string;
  @Served('PUBLIC', text(200), '名称. The name of the document.', { always: true }) name: string;
  @Served('PUBLIC', text(60), '文号或标准号. The number of the document.', { always: true }) number: string;
  @Served('PUBLIC', text(100), '发布机关. The organ that has issued the document.') issuer: string;
  @Served('PUBLIC', oneOf(HazardDomain), '适用领域. The field that it is for.') domain: HazardDomain;
  @Served('PUBLIC', text(40), '所判定的概念，如重大事故隐患. What it judges, as it calls it.') term: string;
  @Served('PUBLIC', date, '施行日期. The first day on which it is in force.', { always: true }) from: string;
  @Served(
    'PUBLIC',
    flag,
    '施行日期是否见于文件；否则为签署日期或据一般了解. Whether that day was seen in it; else it is the day of signature, or from general knowledge.',
  )
  fromVerified: boolean;
  @Served(
    'PUBLIC',
    date,
    '失效前最后一日；现行为空. The last day on which it is in force; null while it is.',
    {
      optional: true,
    },
  )
  to: string | null;
  @Served('PUBLIC', count, '收录条款数. The number of its items that are held here.') items: number;
  @Served('PUBLIC', flag, '条款是否齐全. Whether all its items are held.') complete: boolean;
  @Served('PUBLIC', text(300), '文本来源. Where its text was read.') source: string;
  @Served('PUBLIC', text(300), '缺失及说明. What is missing, and remarks.', { optional: true })
  note: string | null;
}
