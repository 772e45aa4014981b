import { declareError } from '../../kernel';

/** One code for each way in which a step of a spot check can be wrong. */
export const SampledByUpperLevel = declareError(
  'SAMPLED_BY_UPPER_LEVEL',
  '{field} 为 {got} 的同一产品同一批次已由上级抽查（{earlier:SamplingLevel}），下级不得重复抽查（产品质量法第十五条）。',
  'The batch in {field}, {got}, was sampled by an upper level already ({earlier:SamplingLevel}): a lower level may not repeat it (Product Quality Law, Art. 15).',
);
export const SampleNumberTaken = declareError(
  'SAMPLE_NUMBER_TAKEN',
  '抽样单编号 {got} 已被使用。',
  'The sample number {got} is in use already.',
);
export const ResultKnownAlready = declareError(
  'RESULT_KNOWN_ALREADY',
  '{id} 的检验结果已记录，处于 {stage:SpotCheckStage}。',
  'The result of {id} was recorded before; it is {stage:SpotCheckStage}.',
);
export const ObjectionNotPossible = declareError(
  'OBJECTION_NOT_POSSIBLE',
  '{id} 处于 {stage:SpotCheckStage}，只有尚未复检的不合格结果可以提出异议。',
  '{id} is {stage:SpotCheckStage}: only an unqualified result that was not tested again can be objected to.',
);
export const ObjectionTooLate = declareError(
  'OBJECTION_TOO_LATE',
  '异议不得晚于 {due} 提出（收到结果之日起十五日内），收到：{got}。',
  'The result could be objected to until {due}, fifteen days after it was received, but got: {got}.',
);
export const NotDisputed = declareError(
  'SPOT_CHECK_NOT_DISPUTED',
  '{id} 处于 {stage:SpotCheckStage}，没有待复检的异议。',
  '{id} is {stage:SpotCheckStage}: there is no objection to be tested.',
);
export const SaleStopNotPossible = declareError(
  'SALE_STOP_NOT_POSSIBLE',
  '{id} 处于 {stage:SpotCheckStage}，只有不合格且尚未停售的产品可以责令停止生产销售。',
  '{id} is {stage:SpotCheckStage}: only a product that is not qualified and still being sold can be stopped.',
);
export const CorrectionNotPossible = declareError(
  'CORRECTION_NOT_POSSIBLE',
  '{id} 处于 {stage:SpotCheckStage}，只有不合格待处理的可以责令改正。',
  '{id} is {stage:SpotCheckStage}: correction can be ordered only of what is not qualified and waits for it.',
);
export const SaleNotStopped = declareError(
  'SALE_NOT_STOPPED',
  '{id} 应先责令停止生产销售（令第18号第四十五条）。',
  'The sale of {id} must be stopped first (Order 18, Art. 45).',
);
export const ObjectionPeriodRunning = declareError(
  'SPOT_CHECK_OBJECTION_PERIOD_RUNNING',
  '{id} 的异议期至 {due} 届满，收到：{got}。',
  'The result of {id} can be objected to until {due}, but got: {got}.',
);
export const ReinspectionNotDue = declareError(
  'REINSPECTION_NOT_DUE',
  '{id} 处于 {stage:SpotCheckStage}，没有待进行的复查。',
  '{id} is {stage:SpotCheckStage}: no re-inspection is due.',
);
export const ReinspectionTooEarly = declareError(
  'REINSPECTION_TOO_EARLY',
  '公告之后的复查自 {from} 起进行，收到：{got}。',
  'After the announcement it may be re-inspected from {from}, but got: {got}.',
);
export const NothingToAnnounce = declareError(
  'NOTHING_TO_ANNOUNCE',
  '{id} 处于 {stage:SpotCheckStage}，只有复查不合格的可以公告。',
  '{id} is {stage:SpotCheckStage}: only a failed re-inspection is announced.',
);
export const AnnouncerMustBeProvincial = declareError(
  'ANNOUNCER_MUST_BE_PROVINCIAL',
  '复查不合格由省级以上市场监督管理部门公告（产品质量法第十七条），您的辖区为 {got}。',
  'A failed re-inspection is announced by the province or above (Product Quality Law, Art. 17), but your region is {got}.',
);
export const RevocationNotPossible = declareError(
  'REVOCATION_NOT_POSSIBLE',
  '{id} 处于 {stage:SpotCheckStage}，只有整顿后复查仍不合格的可以建议吊销营业执照。',
  '{id} is {stage:SpotCheckStage}: the licence can be revoked only if re-inspection fails after the suspension.',
);
export const ResultNotFinal = declareError(
  'RESULT_NOT_FINAL',
  '{id} 处于 {stage:SpotCheckStage}，结果未定，不得公布。',
  '{id} is {stage:SpotCheckStage}: its result is not final and must not be published.',
);
export const PublishedAlready = declareError(
  'SPOT_CHECK_PUBLISHED_ALREADY',
  '{id} 已定于 {on} 公布。',
  '{id} was published, or is to be, on {on}.',
);
