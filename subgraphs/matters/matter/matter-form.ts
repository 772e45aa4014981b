import { ObjectType } from 'type-graphql';
import { Served, date, flag, oneOf, regionCode, text } from '../../kernel';
import { ChainStage, MatterScope } from './matter';
import { MatterVersion } from './matter-version';
import type { Form } from './matter.rules';
import { LeadBasis, MatterStatus } from './matter.terms';

const ALWAYS = { always: true } as const;

/** Levels chain from the nation to the town: see `formOf` in matter.rules.ts. */
@ObjectType({
  description:
    '事项在一地一日的样子：逐级决定合并，下级只增不减. What a matter is in a division on a day: the decisions of all levels put together; a lower one adds and drops nothing.',
  simpleResolvers: true,
})
export class MatterForm implements Form {
  @Served('PUBLIC', regionCode, '区划代码. The division that it is told for.', ALWAYS) regionCode: string;
  @Served('PUBLIC', date, '日期. The day that it is told for.', ALWAYS) on: string;
  @Served('PUBLIC', oneOf(MatterStatus), '事项状态. Whether it is a matter there on that day.', ALWAYS)
  status: MatterStatus;
  @Served('PUBLIC', text(100), '事项名称. The name of the matter.', ALWAYS) name: string;
  leadDepartmentCode: string | null;
  @Served('PUBLIC', oneOf(LeadBasis), '牵头依据. The principle by which the lead leads.', ALWAYS)
  leadBasis: LeadBasis;
  @Served('PUBLIC', flag, '文件是否明示牵头部门. Whether the document itself names the lead.', ALWAYS)
  leadVerified: boolean;
  @Served('PUBLIC', date, '临时牵头至（含当日）. The last day of a provisional lead.', { optional: true })
  provisionalUntil: string | null;
  cooperatingDepartmentCodes: string[];
  storedStages: Form['storedStages'];
  @Served('PUBLIC', () => [ChainStage], '全链条各环节. The stages of its chain, in their order.', ALWAYS)
  stages: ChainStage[];
  @Served(
    'PUBLIC',
    () => MatterScope,
    '事项范围，含各级增列的. What it is about there, with what each level has added.',
    ALWAYS,
  )
  scope: MatterScope;
  @Served('PUBLIC', text(64), '来源文件. The document that asks for it.', ALWAYS) sourceDocument: string;
  @Served('PUBLIC', text(2000), '来源原文. The words of that document.', ALWAYS) sourcePhrase: string;
  @Served(
    'PUBLIC',
    () => [MatterVersion],
    '所依据的各级决定，自上而下. The decisions that it is made of, from the top down.',
    ALWAYS,
  )
  versions: MatterVersion[];
}
