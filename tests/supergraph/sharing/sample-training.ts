import { idNumberCheck } from '../../../subgraphs/kernel';
import { itemsForKind } from '../../../subgraphs/training/qualification/item.rules';
import type { SamplePart } from './sample';

/** The identity number of nobody: born in 1900, one in each division. */
function idNumberOf(at: number): string {
  const first17 = `1101051900010100${at}`;
  return first17 + idNumberCheck(first17);
}

/** What is sealed when it is sent cannot be planted afterwards. */
const canary = (column: string, region: string, nth: number) => `canary-${column}-${region}-${nth}`;

export const trainingMarket: SamplePart = {
  records({ region, at, uscc, industryCode, matterCode, daysAgo }) {
    const of = { sourceId: `t${at}`, regionCode: region };
    // for the lift that equipment knows most of
    const [item = ''] = itemsForKind('3110');
    const year = daysAgo(0).slice(0, 4);
    return {
      submitQualifications: [
        {
          ...{
            ...of,
            scheme: 'SPECIAL_EQUIPMENT_OPERATOR',
            item: item.replace(/^.*:/, ''),
            number: canary('number', region, 9001),
          },
          ...{
            holderName: canary('holder', region, 9002),
            idNumber: idNumberOf(at),
            issuedOn: daysAgo(400),
            reviewedOn: daysAgo(30),
          },
          ...{ employerUscc: uscc, industryCode, matterCodes: [matterCode] },
        },
      ],
      submitTrainingCourses: [
        {
          ...of,
          topic: '样本',
          audience: 'PRINCIPAL',
          form: 'ASSESSMENT',
          heldOn: daysAgo(0),
          hours: 8,
          bodyUscc: uscc,
        },
      ],
      submitAttendance: [
        {
          ...{
            ...of,
            courseId: `sample/t${at}`,
            name: canary('name', region, 9003),
            idNumber: idNumberOf(at),
            uscc,
          },
          ...{ outcome: 'PASSED', score: '90' },
        },
        {
          ...{
            ...of,
            sourceId: `r${at}`,
            courseId: `sample/t${at}`,
            name: canary('name', region, 9004),
            idNumber: idNumberOf(at),
          },
          ...{ departmentCode: `${region}-MARKET_SUPERVISION`, score: '90' },
        },
      ],
      submitTrainingDuties: [
        {
          ...{
            ...of,
            trigger: 'YEARLY',
            eventOn: `${year}-01-01`,
            audience: 'PRINCIPAL',
            uscc,
            idNumber: idNumberOf(at),
            minHours: 1,
          },
          ...{ industryCode, hospitalGrade: 'TERTIARY', matterCodes: [matterCode], reason: '样本' },
        },
        {
          ...of,
          sourceId: `n${at}`,
          trigger: 'NEW_PRINCIPAL',
          eventOn: daysAgo(10),
          audience: 'SAFETY_OFFICER',
          uscc,
        },
        {
          ...{ ...of, sourceId: `r${at}`, trigger: 'MONTHLY', eventOn: daysAgo(0), audience: 'REGULATOR' },
          ...{ departmentCode: `${region}-MARKET_SUPERVISION` },
        },
        {
          ...of,
          sourceId: `p${at}`,
          trigger: 'NEW_PRINCIPAL',
          eventOn: daysAgo(1),
          audience: 'PRINCIPAL',
          uscc,
          idNumber: idNumberOf(9),
        },
      ],
      submitDrills: [{ ...of, uscc, heldOn: daysAgo(20), participants: 30, findings: '样本' }],
      submitExperts: [
        {
          ...{ ...of, name: canary('expert', region, 9005), kind: 'EMERGENCY', field: 'SPECIAL_EQUIPMENT' },
          ...{ departmentCode: `${region}-MARKET_SUPERVISION`, joinedOn: '2024-10-01', leftOn: '2099-01-01' },
        },
      ],
    };
  },
  // on the way to attendance through its enterprise the department of a regulator is found as well
  async steps(platform, { region, uscc }) {
    await platform.sql('UPDATE training.attendance SET department_code = $1 WHERE uscc = $2', [
      `${region}-MARKET_SUPERVISION`,
      uscc,
    ]);
  },
};

export const trainingSafety: SamplePart = {
  department: 'EMERGENCY_MANAGEMENT',
  records({ region, at, uscc, daysAgo }) {
    const of = { sourceId: `b${at}`, regionCode: region };
    const name = ['sample', 'sample-there'][at];
    return {
      submitTrainingBodies: [{ ...of, uscc, activeFrom: '2020-01-01' }],
      submitWeldingMachines: [
        { ...of, chip: name, ownerUscc: uscc, registeredOn: '2024-06-30', deregisteredOn: '2099-01-01' },
      ],
      submitWelderCodes: [{ ...of, code: name, idNumber: idNumberOf(at) }],
      submitQualifications: [
        {
          ...{
            ...of,
            scheme: 'SPECIAL_OPERATION',
            item: '2.1',
            number: canary('number', region, 9011),
            holderName: canary('holder', region, 9012),
          },
          ...{ idNumber: idNumberOf(at), issuedOn: daysAgo(400) },
        },
      ],
    };
  },
};
