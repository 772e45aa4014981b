import {
  asId,
  asked,
  asking,
  date,
  inputOf,
  inputType,
  listOf,
  oneOf,
  printedCode,
  prose,
} from '../../kernel';
import { TestConclusion } from './sampling.terms';
import { SpotCheck } from './spot-check';

export const SpotCheckInput = inputOf(
  SpotCheck,
  '监督抽查报送. A spot check of another system as it is submitted.',
  [
    'sampleNumber',
    'productCode',
    'categoryCode',
    'planNumber',
    'batch',
    'productName',
    'sampledOn',
    'place',
    'level',
    'sellerUscc',
    'producerUscc',
    'producerRegionCode',
    'certificateNumber',
    'result',
    'defects',
    'resultReceivedOn',
    'saleStoppedOn',
    'correctionOrderedOn',
    'reinspectedOn',
    'reinspectionResult',
    'announcedOn',
    'publishedOn',
    'regionCode',
    'matterCodes?',
  ],
  { defaults: { place: 'SHOP', level: 'COUNTY', result: 'PENDING', sampleNumber: undefined } },
);
export type SpotCheckInput = InstanceType<typeof SpotCheckInput>;

export const RecordSamplingInput = inputType('RecordSamplingInput', '抽样. A sample that was taken.', {
  ...asking(SpotCheck, [
    'sampleNumber!',
    'productCode',
    'categoryCode',
    'planNumber',
    'batch',
    'productName',
    'sampledOn',
    'place',
    'sellerUscc',
    'producerUscc',
    'producerRegionCode',
    'certificateNumber',
    'regionCode',
  ]),
  matterCodes: asked(
    listOf(asId(printedCode(40))),
    '涉及的一件事代码. The codes of the matters that the sample belongs to.',
    { optional: true },
  ),
});
export type RecordSamplingInput = InstanceType<typeof RecordSamplingInput>;

const step = {
  ...asking(SpotCheck, ['id']),
  on: asked(date, '日期，默认当日. The day of the step, today by default.', { optional: true }),
  note: asked(prose(300), '说明. A remark for the history.', { optional: true }),
};
export const SpotCheckStepInput = inputType(
  'SpotCheckStepInput',
  '抽查处理. One step of a spot check.',
  step,
);

export const SpotCheckResultInput = inputType(
  'SpotCheckResultInput',
  '检验、复检或复查结果. The result of a test, a second test or a re-inspection.',
  {
    ...step,
    result: asked(oneOf(TestConclusion), '结论. The conclusion of the test.'),
    defects: asked(prose(500), '不合格项目. The points in which the product does not conform.', {
      optional: true,
    }),
  },
);
