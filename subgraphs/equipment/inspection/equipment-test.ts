import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, Shared, Submitted, connectionOf, vocabulary, type List } from '../../kernel';

export const TestResult = vocabulary('TestResult', '检测结果. What a test has found.', {
  CONFORMING: '符合要求. It conforms.',
  NONCONFORMING: '不符合要求. It does not conform.',
});
export type TestResult = keyof typeof TestResult;

/** A test is the user's own diagnosis; no due date follows from it. */
@Entity()
@Index('equipment_test_by_device', ['equipmentCode', 'testedOn', 'id'])
@Index('equipment_test_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({
  description: '特种设备检测（自行检测）. A test that the user of a device has it put to between inspections.',
  simpleResolvers: true,
})
export class EquipmentTest extends Submitted {
  /** Device, source and its id of the record. */
  @CodeColumn(150, { primary: true })
  id: string;

  @CodeColumn(20)
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '设备代码. The code of the device.' })
  equipmentCode: string;

  @CodeColumn(12)
  regionCode: string;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '检测日期. When the device was tested.' })
  testedOn: string;

  @CodeColumn(16)
  @Shared('UNCONDITIONAL')
  @Field(() => TestResult, { nullable: true, description: '检测结果. What was found.' })
  result: TestResult;

  @CodeColumn(18, { nullable: true })
  bodyUscc: string | null;

  @Column('varchar', { length: 64, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '检测报告编号. The number of the report.' })
  reportNumber: string | null;
}

export const EquipmentTestConnection = connectionOf('EquipmentTest', '特种设备检测', () => EquipmentTest);

export const EQUIPMENT_TESTS: List<EquipmentTest> = { name: 'equipmentTests', entity: EquipmentTest, order: ['testedOn', 'id'] };
