import { Entity } from 'typeorm';
import { Directive, ObjectType } from 'type-graphql';
import { Fact, Kept, Key, date, oneOf, regionCode, text, vocabulary } from '../../kernel';

export const RegionLevel = vocabulary('RegionLevel', '行政区划级别. The level of a division.', {
  PROVINCE: '省级. Province, autonomous region or municipality.',
  CITY: '地级. Prefecture-level.',
  COUNTY: '县级. County-level.',
  TOWN: '乡级. Town or street.',
});
export type RegionLevel = keyof typeof RegionLevel;

@Entity()
@ObjectType({
  description: '行政区划 (GB/T 2260). An administrative division, from province to village.',
  simpleResolvers: true,
})
@Directive('@key(fields: "code")')
export class Region {
  @Key('PUBLIC', regionCode, '区划代码. The code of the division.') code: string;
  @Fact('PUBLIC', text(64), '名称. The name of the division.') name: string;
  @Fact('PUBLIC', text(128), '全称. Its name with those of the divisions above.') fullName: string;
  @Fact('PUBLIC', oneOf(RegionLevel, 8), '级别. The level of government of the division.') level: RegionLevel;
  @Kept(regionCode, '上级区划代码. The division directly above; null at the top.', { optional: true })
  parentCode: string | null;

  @Fact('PUBLIC', date, '撤销日期. The day on which it was abolished; null while it is in force.', {
    optional: true,
  })
  validTo: string | null;

  @Kept(regionCode, '承接区划代码. The division that it became.', { optional: true }) successorCode:
    string | null;
}
