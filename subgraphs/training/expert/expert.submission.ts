import { InputType } from 'type-graphql';
import {
  HazardDomain,
  Sent,
  SubmittedInput,
  date,
  isSynthetic,
  oneOf,
  regionCode,
  seal,
  type RequestContext,
  type Submission,
  checkSourceId,
  masked,
  personal,
} from '../../kernel';
import { departmentCode } from '../subject';
import { Expert, ExpertKind } from './expert';

@InputType({ description: '专家报送. A member of a pool as it is submitted.' })
export class ExpertInput extends SubmittedInput {
  @Sent(personal(60), '姓名；加密存储. The name; sealed at rest.')
  name: string;

  @Sent(oneOf(ExpertKind), '专家类别，见 ExpertKind. A value of ExpertKind.', { default: 'GENERAL' })
  kind: ExpertKind;

  @Sent(oneOf(HazardDomain), '领域，见 HazardDomain. A value of HazardDomain.')
  field: HazardDomain;

  @Sent(departmentCode, '建库部门代码. The department whose pool it is.')
  departmentCode: string;

  @Sent(regionCode, '建库部门所在区划代码. The division of that department.')
  regionCode: string;

  @Sent(date, '入库日期. Since when.')
  joinedOn: string;

  @Sent(date, '出库日期. Until when.', { optional: true })
  leftOn: string | null;
}

export const expertSubmission: Submission<ExpertInput, Expert, RequestContext> = {
  kind: 'experts',
  term: { zh: '安全生产专家', en: 'expert' },
  mutation: 'submitExperts',
  subgraph: 'training',
  input: ExpertInput,
  entity: Expert,
  key: 'id',
  async prepare(context) {
    return context;
  },
  toRow({ sourceId, revision: _, name, ...stated }, { settings }, source) {
    checkSourceId(sourceId);
    return {
      ...stated,
      id: `${source}/${sourceId}`,
      name: masked(name),
      sealedName: seal(name, settings.dataKey),
      synthetic: isSynthetic(source),
    };
  },
};
