import { ObjectType } from 'type-graphql';
import { DepartmentKind, Served, count, oneOf, whole } from '../../kernel';

const ALWAYS = { always: true };
const year = whole(0, 9999);

@ObjectType({
  description:
    '监督检查和三书一函次数. How often the departments of a division have inspected and urged in a year, as it is on record.',
  simpleResolvers: true,
})
export class SupervisionCount {
  regionCode: string;

  @Served('PUBLIC', year, '年份. The year of the inspections and notices.', ALWAYS) year: number;

  @Served('PUBLIC', count, '监督检查次数. The number of inspections that were made.', ALWAYS)
  inspections: number;

  @Served(
    'PUBLIC',
    count,
    '其中暗访次数（四不两直、明查暗访）. Those of them that were made without notice or undercover.',
    ALWAYS,
  )
  covertVisits: number;

  @Served('PUBLIC', count, '三书一函件数. The number of notices that were issued.', ALWAYS) notices: number;
}

@ObjectType({
  description: '被检查次数. How often a kind of department has inspected an enterprise in a year.',
  simpleResolvers: true,
})
export class VisitCount {
  @Served('UNCONDITIONAL', year, '年份. The year of the inspections.', ALWAYS) year: number;
  @Served('UNCONDITIONAL', oneOf(DepartmentKind), '牵头部门类别. The kind of department that led.', ALWAYS)
  departmentKind: DepartmentKind;
  @Served('UNCONDITIONAL', count, '监督检查次数. The number of inspections that were made.', ALWAYS)
  inspections: number;
}
