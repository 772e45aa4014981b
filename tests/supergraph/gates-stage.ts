import { credit } from '../../subgraphs/credit';
import { equipment } from '../../subgraphs/equipment';
import { composeUscc, idNumberCheck } from '../../subgraphs/kernel';
import { quality } from '../../subgraphs/quality';
import { registry } from '../../subgraphs/registry';
import { training } from '../../subgraphs/training';
import { as } from '../support/callers';
import { DAY, LATER, LISTING } from './gates-table';
import { testBed, type BedOptions, type TestBed } from '../support/test-bed';

const LICENCE = '烟花爆竹安全生产许可证';

export const scopes = ['registry', 'credit', 'equipment', 'training', 'quality'].flatMap((part) => [
  `write:${part}`,
  `decide:${part}`,
]);
export const market = as.officer('MARKET_SUPERVISION', '000000', ...scopes);
export const emergency = as.officer('EMERGENCY_MANAGEMENT', '000000', ...scopes);
const peers: TestBed[] = [];
const options: BedOptions = { today: LATER, officer: market, peers };
export const registryBed = testBed(registry, options);
export const creditBed = testBed(credit, options);
peers.push(registryBed, creditBed);
export const equipmentBed = testBed(equipment, options);
export const trainingBed = testBed(training, options);
export const qualityBed = testBed(quality, options);
const beds = [registryBed, creditBed, equipmentBed, trainingBed, qualityBed];

/** An enterprise with whoever heads it. */
export interface Case {
  uscc: string;
  idNumber: string;
  of: { sourceId: string; uscc: string; regionCode: string };
}
let number = 0;
export function another(): Case {
  const sourceId = String(++number).padStart(3, '0');
  const uscc = composeUscc('91430682', `MG000${sourceId}`);
  const first17 = `11010519000101${sourceId}`;
  return {
    ...{ uscc, idNumber: first17 + idNumberCheck(first17) },
    of: { sourceId, uscc, regionCode: '430682' },
  };
}

export const enterprise = ({ of }: Case, changes: object) => ({
  ...{ ...of, name: `合成单位${of.sourceId}`, registeredOn: DAY },
  ...changes,
});
export const licenceOf = ({ of }: Case, changes: object) => ({
  ...{
    sourceId: `l${of.sourceId}`,
    uscc: of.uscc,
    name: LICENCE,
    number: `合成许证字〔2026〕${of.sourceId}号`,
  },
  ...changes,
});
export const basisOf = ({ sourceId }: Case['of']) => `临市监列〔2026〕${Number(sourceId)}号`;

/** What is on record before the deed. */
export interface Situation {
  licence?: object;
  ban?: object;
  listed?: boolean;
}

/** What becomes of a deed: the code that it is refused with, or `done`. */
export const outcome = async (bed: TestBed, mutation: string, record: object, caller = market) =>
  (await bed.receipt(mutation, [record], { caller })).rejected[0]?.code ?? 'done';

/** Units that are on record, each in its situation; then it is the day of the deed. */
export async function prepare({ registered }: { registered?: object }, situations: readonly Situation[]) {
  const cases = situations.map((situation) => ({ ...another(), ...situation }));
  for (const bed of beds) bed.on(LATER);
  if (registered) {
    const before = { ...registered, registeredOn: '2019-01-02' };
    await registryBed.put('submitEnterprises', ...cases.map((each) => enterprise(each, before)));
    const head = { name: '张三丰', appointedOn: '2020-01-01' };
    await creditBed.put(
      'submitPrincipals',
      ...cases.map(({ of, idNumber }) => ({ ...of, ...head, idNumber })),
    );
  }
  const licences = cases.flatMap(({ licence, ...each }) => (licence ? [licenceOf(each, licence)] : []));
  await registryBed.put('submitPriorLicences', ...licences);
  const bans = cases.flatMap(({ ban, of: { sourceId, regionCode }, idNumber }) =>
    ban
      ? [
          {
            sourceId,
            regionCode,
            idNumber,
            name: '张三丰',
            basisDocument: `合成应急罚〔2026〕${sourceId}号`,
            ...ban,
          },
        ]
      : [],
  );
  await creditBed.putAs(emergency, 'submitPrincipalBans', ...bans);
  const listings = cases.flatMap(({ listed, of }) =>
    listed ? [{ ...of, ...LISTING, basisDocument: basisOf(of) }] : [],
  );
  await creditBed.put('submitListings', ...listings);
  for (const bed of beds) bed.on(DAY);
  return cases;
}
