import type { SamplePart } from './sample';
import { take } from './sample-decisions';

/** One of each noun in either division. The spot check is published, so that its row is for anyone; the plan is carried out. */
export const qualitySample: SamplePart = {
  records({ region, at, uscc, matterCode, daysAgo }) {
    const of = { sourceId: `q${at}`, regionCode: region };
    const body = `9${at}`;
    const number = `2024${body}1119${String(at).padStart(6, '0')}`;
    const spotCheckId = `sample/q${at}`;
    const traced = {
      spotCheckId,
      enterpriseUscc: uscc,
      certificateNumber: number,
      notifiedOn: daysAgo(30),
      request: '请核查',
      fromRegionCode: region,
    };
    return {
      submitCccCategories: at === 0 ? [category(of.sourceId, daysAgo(400))] : [],
      submitCertificationBodies: [
        { ...of, code: body, name: '样本', uscc, designatedFrom: '2020-01-01', designatedTo: '2099-01-01' },
      ],
      submitLaboratories: [
        {
          ...{ ...of, code: `L${at}`, name: '样本', uscc, categoryCodes: ['1119'] },
          ...{ designatedFrom: '2020-01-02', designatedTo: '2099-01-01' },
        },
      ],
      submitInstitutionChecks: [
        ...(['BODY', 'LABORATORY'] as const).map((kind, nth) => ({
          ...{
            sourceId: `q${at}-${nth}`,
            kind,
            institutionCode: nth === 0 ? body : `L${at}`,
            checkedOn: daysAgo(20),
          },
          ...{ result: 'CORRECTION_ORDERED', drawNumber: '抽1', findings: '样本' },
        })),
      ],
      submitCccCertificates: [
        {
          ...{
            ...of,
            number,
            holderUscc: uscc,
            manufacturerUscc: uscc,
            productName: '样本',
            models: '样本',
            laboratoryCode: `L${at}`,
          },
          ...{ issuedOn: '2024-06-01', expiresOn: '2099-01-01', statusReason: '发证' },
        },
      ],
      submitSamplingPlans: [
        {
          ...{ ...of, number: `P${at}`, title: '样本', productCode: 'ELECTRIC_BICYCLE', targets: '样本' },
          ...{ plannedFrom: daysAgo(200), plannedTo: daysAgo(100), carriedOutOn: daysAgo(110) },
        },
      ],
      submitSpotChecks: [
        {
          ...{
            ...of,
            productCode: 'ELECTRIC_BICYCLE',
            categoryCode: '1119',
            planNumber: `P${at}`,
            batch: `B${at}`,
            productName: '样本',
          },
          ...{
            sampledOn: daysAgo(150),
            sellerUscc: uscc,
            producerUscc: uscc,
            producerRegionCode: region,
            certificateNumber: number,
          },
          ...{
            result: 'UNQUALIFIED',
            defects: '样本',
            resultReceivedOn: daysAgo(140),
            saleStoppedOn: daysAgo(139),
          },
          ...{
            correctionOrderedOn: daysAgo(120),
            reinspectedOn: daysAgo(60),
            reinspectionResult: 'UNQUALIFIED',
            announcedOn: daysAgo(50),
          },
          ...{ publishedOn: daysAgo(40), matterCodes: [matterCode] },
        },
      ],
      submitValidityChecks: [
        {
          ...of,
          certificateNumber: number,
          checkedOn: daysAgo(30),
          result: 'NONCONFORMING',
          finding: '样本',
        },
      ],
      submitRecalls: [
        {
          ...of,
          producerUscc: uscc,
          certificateNumber: number,
          batch: `B${at}`,
          productName: '样本',
          defect: '样本',
          units: 10,
          dueOn: daysAgo(5),
        },
      ],
      submitTraceSteps: [
        { ...of, ...traced, direction: 'UP', answeredOn: daysAgo(5), answer: '样本' },
        { ...of, ...traced, sourceId: `q${at}-below`, direction: 'DOWN', parentId: `sample/q${at}` },
      ],
    };
  },
  // announced, so that its row is for anyone
  async steps(platform, sample) {
    const id = `sample/q${sample.at}`;
    await take(
      platform,
      sample,
      'announceRecall',
      'AnnounceRecallInput',
      'id',
      { id, on: sample.daysAgo(30) },
      'quality',
    );
    const done = { id, on: sample.daysAgo(4), recalled: 9 };
    await take(platform, sample, 'completeRecall', 'CompleteRecallInput', 'id', done, 'quality');
    const order = { id, disposal: 'REVOKE', reason: '样本' };
    await take(platform, sample, 'disposeValidityCheck', 'DisposeValidityCheckInput', 'id', order, 'quality');
    const answer = { id, answer: 'REVOKED', document: '样本', reason: '样本' };
    await take(
      platform,
      sample,
      'answerCertificateOrder',
      'AnswerCertificateOrderInput',
      'id',
      answer,
      'quality',
    );
  },
};

function category(sourceId: string, announcedOn: string): object {
  return {
    ...{
      sourceId,
      code: '1119',
      name: '电动自行车',
      groupName: '车辆',
      keyProductCode: 'ELECTRIC_BICYCLE',
      announcedOn,
    },
    ...{
      applicationsFrom: announcedOn,
      mandatoryFrom: announcedOn,
      mandatoryTo: '2099-01-01',
      basis: '样本',
    },
  };
}
