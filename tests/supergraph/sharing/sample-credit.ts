import { composeUscc, idNumberCheck } from '../../../subgraphs/kernel';
import { DESIGNATED } from './given';
import type { SamplePart } from './sample';

const first17 = '11010519491231002';
const idNumber = first17 + idNumberCheck(first17);
/** A name is sealed, so its canary is sent with it. */
const person = (region: string, nth: number) => ({ idNumber, name: `canary-name-${region}-${nth}` });

/** Bans, principals, insurance, standardisation and feedback, of the enterprise that is listed. */
export const creditSample: SamplePart = {
  records: ({ region, at, uscc, daysAgo }) => {
    const of = { sourceId: `c${at}`, regionCode: region };
    return {
      submitPrincipalBans: [
        {
          ...of,
          ...person(region, 9001 + at),
          kind: 'FIVE_YEARS_ANYWHERE',
          ground: 'SANCTION',
          industryCode: '37',
          basisDocument: `文书${at}`,
          decidedOn: daysAgo(300),
        },
      ],
      submitPrincipals: [
        { ...of, ...person(region, 9011 + at), uscc, appointedOn: daysAgo(400), endedOn: '2099-01-01' },
      ],
      submitSafetyInsurances: [
        {
          ...{
            ...of,
            uscc,
            field: 'HAZARDOUS_CHEMICALS',
            insurer: '样本',
            policyNumber: 'P',
            preventionServices: 1,
          },
          ...{ validFrom: daysAgo(100), validUntil: '2099-01-01' },
        },
      ],
      submitSafetyStandards: [
        {
          ...of,
          uscc,
          ...DESIGNATED,
          level: 'LEVEL_3',
          certificateNumber: '样本',
          awardedOn: daysAgo(100),
          validUntil: '2099-01-01',
        },
        // of an enterprise that nobody knows
        {
          ...{ ...of, sourceId: `c${at}-nobody`, uscc: composeUscc(`91${region}`, 'MA000009') },
          ...{
            level: 'LEVEL_3',
            certificateNumber: '样本',
            awardedOn: daysAgo(100),
            validUntil: '2099-01-01',
          },
        },
      ],
      submitMeasureFeedback: [
        {
          ...{
            ...of,
            listingId: `sample/l${at}`,
            measureCode: 'M1',
            departmentCode: `${region}-MARKET_SUPERVISION`,
          },
          ...{ takenOn: daysAgo(10), result: '样本' },
        },
      ],
    };
  },
};
