import { Directive, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DepartmentKind,
  Fact,
  Key,
  RefersTo,
  oneOf,
  regionCode,
  text,
  asked,
  inputType,
  departmentCode,
} from '../../kernel';
import { Region } from './region';

@Entity()
@ObjectType({ description: '部门. A department of a level of government.', simpleResolvers: true })
@Directive('@key(fields: "code")')
export class Department {
  @Key(
    'PUBLIC',
    departmentCode,
    '部门代码：区划代码-类别，国家级为 CN-类别. Division code and kind, or CN and kind.',
  )
  code: string;
  @Fact('PUBLIC', text(128), '名称. The name of the department.') name: string;
  @Fact('PUBLIC', oneOf(DepartmentKind, 24), '类别. The kind of department, by its field of work.')
  kind: DepartmentKind;

  @RefersTo(
    () => Region,
    regionCode,
    'PUBLIC',
    '所属区划. Its division; none for an organ of the whole country.',
    {
      as: 'region',
      optional: true,
    },
  )
  regionCode: string | null;
}

const optional = { optional: true } as const;
export const DepartmentFilter = inputType(
  'DepartmentFilter',
  '部门筛选. The conditions by which departments are selected; those given must all hold.',
  {
    region: asked(regionCode, '区划及其下级. In the subtree of this division.', optional),
    kind: asked(oneOf(DepartmentKind), '类别. Returns only those of this kind.', optional),
  },
);
export type DepartmentFilter = Partial<InstanceType<typeof DepartmentFilter>>;
