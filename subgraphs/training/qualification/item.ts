import { ObjectType } from 'type-graphql';
import { Served, flag, id, oneOf, text, vocabulary, type DepartmentKind } from '../../kernel';

export const QualificationScheme = vocabulary(
  'QualificationScheme',
  '人员资格制度. The systems under which people are certified.',
  {
    SPECIAL_EQUIPMENT_OPERATOR: '特种设备作业人员证（市场监管，TSG Z6001）. Operators of special equipment.',
    SPECIAL_OPERATION: '特种作业操作证（应急管理）. Special operations such as welding or high-voltage work.',
    SAFETY_MANAGEMENT: '安全管理人员考核合格证. Principals, safety managers, safety directors and officers.',
  },
);
export type QualificationScheme = keyof typeof QualificationScheme;

/** Which kinds of department issue certificates under a scheme: no other may submit them. */
export const ISSUERS: Readonly<Record<QualificationScheme, readonly DepartmentKind[]>> = {
  SPECIAL_EQUIPMENT_OPERATOR: ['MARKET_SUPERVISION'],
  SPECIAL_OPERATION: ['EMERGENCY_MANAGEMENT'],
  SAFETY_MANAGEMENT: ['EMERGENCY_MANAGEMENT', 'MARKET_SUPERVISION'],
};

@ObjectType({ description: '资格项目. What a person is qualified for.', simpleResolvers: true })
export class QualificationItem {
  @Served(
    'PUBLIC',
    id(60),
    '项目标识：制度、（旧目录年份、）代码. Its scheme, the year of an old catalogue, its code.',
    { always: true },
  )
  id: string;

  @Served('PUBLIC', oneOf(QualificationScheme), '资格制度. The scheme that it belongs to.', { always: true })
  scheme: QualificationScheme;

  @Served('PUBLIC', text(24), '项目代码，如 N1. Its code in its catalogue, such as N1.', { always: true })
  code: string;
  @Served('PUBLIC', text(200), '项目名称. The name of the work that it allows.', { always: true })
  name: string;
  @Served('PUBLIC', text(200), '作业种类. The group that it belongs to.', { always: true }) category: string;
  @Served(
    'PUBLIC',
    text(300),
    '出处，以及未见的部分. The catalogue that it is an item of, and what of it was not seen.',
    { always: true },
  )
  source: string;
  @Served('PUBLIC', flag, '是否已核对. Whether it was checked against the text of the rule.', {
    always: true,
  })
  verified: boolean;

  /** The first and the last day of issue on which a certificate could name it. */
  from: string;
  to: string | null;
  /** The item of today that it counts as. */
  successor: string | null;
}
