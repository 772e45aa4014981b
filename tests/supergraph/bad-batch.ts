import { composeUscc, idNumberCheck } from '../../subgraphs/kernel';
import type { storyOf } from './story';

export const [MAKER, SELLER, SECOND, THIRD] = [
  composeUscc('91430682', 'YY00000A'),
  composeUscc('91411003', 'YY00000B'),
  composeUscc('91411000', 'YY00000C'),
  composeUscc('91420100', 'YY00000D'),
] as [string, string, string, string];
export const CERTIFICATE = '2025987777000001';
export const SAMPLE = 'recorded/许-2026-018';
export const CASE = '临市监立〔2026〕18号';
export const DECISION = '临市监罚〔2026〕18号';
export const NOTICE = '临市监约〔2026〕18号';
export const FORKLIFT = '511043002202400018';
const ID_NUMBER = `11010519000101018${idNumberCheck('11010519000101018')}`;

/** 企业全景: everything that the departments know of one enterprise, asked at once. */
export const ENTERPRISE = `query ($uscc: Uscc!) { enterprise(uscc: $uscc) {
  name matters { code }
  cccCertificates { edges { node { number status } } }
  spotChecks { edges { node { id result defects } } }
  cases { edges { node { number status originKind originReference fileOfMarketSupervision { leadSummary } } } }
  penalties { edges { node { documentNumber published } } }
  notices { edges { node { number overdue } } }
  dishonestyListings { list status penaltyDocument }
  creditFile { unqualifiedSamples publishedPenalties listedNow }
  equipment { edges { node { code overdue } } }
  hazards { edges { node { status description } } }
  qualifications { edges { node { holderName fullName } } }
} }`;

/** 临湘 orders the body that issued the certificate to suspend it, and the body does. */
export async function suspendByOrder({ submit, step }: ReturnType<typeof storyOf>): Promise<void> {
  const found = { checkedOn: '2026-09-21', result: 'NONCONFORMING', finding: '吸收碰撞能量性能' };
  const check = { sourceId: 'v', certificateNumber: CERTIFICATE, regionCode: '430682', ...found };
  await submit('临湘-1', 'submitValidityChecks', 'CccValidityCheckInput', check);
  const of = { id: 'synthetic/v', reason: '监督抽查不合格' };
  await step('临湘-1', 'disposeValidityCheck', 'DisposeValidityCheckInput', { ...of, disposal: 'SUSPEND' });
  const answer = { answer: 'SUSPENDED', document: '合成认停〔2026〕18号' };
  await step('临湘-1', 'answerCertificateOrder', 'AnswerCertificateOrderInput', { ...of, ...answer });
}

/** The officers, and what is known before the sample is taken: four enterprises, a certificate, a forklift and its driver. */
export async function prepare({ employ, submit }: ReturnType<typeof storyOf>): Promise<void> {
  await employ('nation', 'MARKET_SUPERVISION', '000000');
  for (const name of ['许昌-1', '许昌-2']) await employ(name, 'MARKET_SUPERVISION', '411000');
  for (const name of ['临湘-1', '临湘-2', '临湘-3']) await employ(name, 'MARKET_SUPERVISION', '430682');
  await employ('武汉', 'MARKET_SUPERVISION', '420100');
  await employ('湖南应急', 'EMERGENCY_MANAGEMENT', '430000');
  await employ('许昌消防', 'FIRE_RESCUE', '411000');
  const enterprises = [
    ['临湘市头盔制造有限公司（合成数据）', MAKER, '430682'],
    ['建安区甲车行（合成数据）', SELLER, '411003'],
    ['许昌市乙车行（合成数据）', SECOND, '411000'],
    ['武汉市丙车行（合成数据）', THIRD, '420100'],
  ].map(([name, uscc, regionCode]) => ({ sourceId: uscc, uscc, name, regionCode, industryCode: '3770' }));
  await submit('nation', 'submitEnterprises', 'EnterpriseInput', ...enterprises);
  const body = { sourceId: 'b', code: '98', name: '合成认证机构（合成数据）', regionCode: '110000' };
  await submit('nation', 'submitCertificationBodies', 'CertificationBodyInput', body);
  const helmet = {
    number: CERTIFICATE,
    categoryCode: 'OM-EBIKE-HELMET',
    productName: '电动自行车乘员头盔',
    holderUscc: MAKER,
  };
  const here = { sourceId: 'x', regionCode: '430682' };
  const term = { issuedOn: '2025-08-01', expiresOn: '2030-07-31' };
  await submit('nation', 'submitCccCertificates', 'CccCertificateInput', { ...here, ...helmet, ...term });
  await submit('临湘-1', 'submitEquipment', 'EquipmentInput', {
    ...here,
    code: FORKLIFT,
    kindCode: '5110',
    userUscc: MAKER,
  });
  const driver = {
    scheme: 'SPECIAL_EQUIPMENT_OPERATOR',
    item: 'N1',
    number: 'T18',
    holderName: '合成驾驶员',
    idNumber: ID_NUMBER,
  };
  const employed = { ...driver, issuedOn: '2025-01-10', employerUscc: MAKER };
  await submit('临湘-1', 'submitQualifications', 'QualificationInput', { ...here, ...employed });
}
