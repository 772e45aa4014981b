import { ID, InputType } from 'type-graphql';
import { Asked, DateOnly, RegionCode, Sent, SubmittedInput, Uscc, date, oneOf, regionCode, text, uscc } from '../../kernel';
import { certificateNumber } from '../certificate/certificate.rules';
import { TraceDirection, type TraceDirection as Direction } from './trace-step';

@InputType({ description: '双向追查环节报送. A trace step of another system as it is submitted.' })
export class TraceStepInput extends SubmittedInput {
  @Sent(text(130), '抽查编号. The id of the spot check.')
  spotCheckId: string;

  @Sent(text(130), '上一环节编号. The step that it follows from.', { optional: true })
  parentId: string | null;

  @Sent(oneOf(TraceDirection), '方向，见 TraceDirection. A value of TraceDirection.')
  direction: Direction;

  @Sent(uscc, '被追查单位. The enterprise that it leads to.')
  enterpriseUscc: string;

  @Sent(certificateNumber, '认证证书编号. The certificate of its product.', { optional: true })
  certificateNumber: string | null;

  @Sent(date, '通报日期. When the authority was notified.')
  notifiedOn: string;

  @Sent(text(500), '协查请求. What it is asked.', { optional: true })
  request: string | null;

  @Sent(date, '答复日期. When it answered.', { optional: true })
  answeredOn: string | null;

  @Sent(text(1000), '答复. What it answered.', { optional: true })
  answer: string | null;

  @Sent(regionCode, '被追查单位所在地区划代码. The division of the enterprise.')
  regionCode: string;

  @Sent(regionCode, '通报部门所在区划代码. The division of who asks.')
  fromRegionCode: string;
}

@InputType({ description: '开展追查. Opens the trace of an unqualified sample.' })
export class OpenTraceInput {
  @Asked(() => ID, text(130), '抽查编号. The id of the spot check.')
  spotCheckId: string;

  @Asked(() => String, text(500), '协查请求. What the producer’s authority is asked.', { optional: true })
  request: string | null;
}

@InputType({ description: '增加追查环节. One more enterprise that the trace leads to.' })
export class AddTraceStepInput {
  @Asked(() => ID, text(130), '抽查编号. The id of the spot check.')
  spotCheckId: string;

  @Asked(() => ID, text(130), '上一环节编号；由其所在地部门增加. The step that it follows from, whose authority adds it.', {
    optional: true,
  })
  parentId: string | null;

  @Asked(() => TraceDirection, oneOf(TraceDirection), '方向. Which way it goes.')
  direction: Direction;

  @Asked(() => Uscc, uscc, '被追查单位. The enterprise.')
  enterpriseUscc: string;

  @Asked(() => RegionCode, regionCode, '其所在地区划代码. Its division.')
  regionCode: string;

  @Asked(() => ID, certificateNumber, '认证证书编号. The certificate of its product.', { optional: true })
  certificateNumber: string | null;

  @Asked(() => String, text(500), '协查请求. What its authority is asked.', { optional: true })
  request: string | null;
}

@InputType({ description: '答复协查. The answer of the authority that was asked.' })
export class AnswerTraceInput {
  @Asked(() => ID, text(130), '环节编号. The id of the step.')
  id: string;

  @Asked(() => String, text(1000), '答复. What it answers.')
  answer: string;

  @Asked(() => DateOnly, date, '答复日期，默认当日. On this day, today by default.', { optional: true })
  on: string | null;
}
