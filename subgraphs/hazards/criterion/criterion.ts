import { Directive, ObjectType } from 'type-graphql';
import { HazardDomain, Served, code, flag, id, oneOf, text } from '../../kernel';
import { HazardGrade } from '../hazard/hazard.terms';

@ObjectType({ description: '隐患判定条款. An item by which a hazard is judged.', simpleResolvers: true })
@Directive('@key(fields: "code")')
export class HazardCriterion {
  @Served('PUBLIC', id(40), '条款代码. The code of the item.', { always: true }) code: string;
  @Served('PUBLIC', text(200), '标准或规章. The standard or order that it stands in.') standard: string;
  @Served('PUBLIC', text(100), '条款号. The clause that it stands in.') clause: string;
  @Served('PUBLIC', text(200), '概要. The situation that it describes, in few words.') title: string;
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
