import type { DepartmentKind } from '../../kernel';
import type { Column } from '../columns';
import { EXAMPLE_ID } from './example-row';
import { valuesOf, wordFor } from './form';

type Cells = Readonly<Record<string, string>>;

/** The source that the examples are tried under: where one names a record of another file, it is a record of this source. */
const SOURCE = 'synthetic-template';
const RECORD = `${SOURCE}/${EXAMPLE_ID}`;
const USCC = '91430682000000000J';
const DEVICE = '51104306820240001';
const CERTIFICATE = '2024012401000001';
const DAY = '2026-03-01';
const END = '2029-02-28';

/** What a column that must be filled in holds, whatever the file, by the end of its name. */
const EVERYWHERE: readonly [ending: RegExp, cell: string][] = [
  [/^sourceId$/, EXAMPLE_ID],
  [/uscc$/i, USCC],
  [/regionCode$/i, '430682'],
  [/departmentCode$/i, '430682-MARKET_SUPERVISION'],
  [/^name$/, '合成示例'],
  [/^idNumber$/, '430682190001010006'],
  [/^equipmentCode$/, DEVICE],
  [/^certificateNumber$/, CERTIFICATE],
  [/^(validUntil|expiresOn|dueOn|rectifyBy)$/, END],
];

/** By whom and by what it was decided, in every file that can bring a decision. */
const DECISION: Cells = { decidedBy: '合成决定人', decisionDocument: '合成决〔2026〕1号' };

/** What is peculiar to a file. Examples that refer to others name those of the other files. */
const PECULIAR: Readonly<Record<string, Cells>> = {
  enterprises: {
    name: '临湘市合成示例有限公司',
    industryCode: '3770',
    roles: '特种设备使用单位; 重点产品生产单位',
    status: '存续',
    address: '合成示例路 1 号',
    registeredOn: DAY,
  },
  'industry-restrictions': { industryCode: '2672' },
  grids: { code: 'HC-0001', regionCode: '430682001' },
  'grid-people': { gridCode: 'HC-0001' },
  'duty-lists': { year: '2026', items: '合成示例事项一; 合成示例事项二' },
  equipment: { code: DEVICE, kindCode: '5110', userUscc: USCC, location: '合成示例车间' },
  inspections: { kind: '定期检验', inspectedOn: DAY, bodyUscc: USCC, reportNumber: 'HC-0001' },
  'gas-cylinders': { serial: 'HC0001', medium: '氧气', ownerUscc: USCC },
  'cylinder-fillings': { cylinderSerial: 'HC0001', fillerUscc: USCC },
  'equipment-violations': { equipmentCode: DEVICE, uscc: USCC },
  'equipment-orders': { number: '临市监特令〔2026〕90001号', equipmentCode: DEVICE },
  'campaign-checks': { list: 'NEW_BOILERS' },
  'inspection-bodies': { id: 'HC-0001', categories: '电梯; 场(厂)内专用机动车辆' },
  inspectors: { bodyId: 'HC-0001', items: 'DT-1' },
  'task-progress': { itemId: 'LINXIANG-2024-2026.8', percent: '50' },
  'assessment-figures': { quarter: '2026-Q3', indicator: '5.1', denominator: '2', measuredOn: '2026-09-30' },
  listings: {
    uscc: USCC,
    listedOn: DAY,
    basisDocument: '临市监罚〔2026〕90001号',
  },
  'measure-feedback': { listingId: RECORD, measureCode: 'M1' },
  'principal-bans': { industryCode: '4511', basisDocument: '临市监罚〔2026〕90001号' },
  'safety-insurances': {
    insurer: '合成示例保险公司',
    policyNumber: 'HC-0001',
    validFrom: DAY,
    validUntil: END,
  },
  'safety-standards': { certificateNumber: 'HC-0001' },
  'ccc-categories': { code: '9901', name: '合成示例类别', regionCode: '000000' },
  'certification-bodies': { code: '99', name: '合成示例认证机构' },
  laboratories: { code: 'HC-LAB-1', name: '合成示例实验室' },
  'institution-checks': { institutionCode: '99' },
  'ccc-certificates': { number: CERTIFICATE, holderUscc: USCC, productName: '合成示例电动自行车' },
  recalls: { producerUscc: USCC },
  'sampling-plans': { number: 'HC-2026-01', productCode: 'ELECTRIC_BICYCLE' },
  'spot-checks': {
    productCode: 'ELECTRIC_BICYCLE',
    planNumber: 'HC-2026-01',
    sellerUscc: USCC,
    producerUscc: USCC,
  },
  'trace-steps': { spotCheckId: RECORD, enterpriseUscc: USCC, fromRegionCode: '430682' },
  qualifications: { item: 'N1', number: 'HC-0001', holderName: '合成示例', employerUscc: USCC },
  attendance: { courseId: RECORD, uscc: USCC },
  'training-duties': { uscc: USCC, minHours: '16' },
  'welding-machines': { chip: 'HC-0001' },
  'welder-codes': { code: 'HC-0001' },
  hazards: { number: 'HC-2026-0001', uscc: USCC },
  'inspection-tallies': { month: '2026-03' },
  'lifeline-tallies': { month: '2026-03' },
  'hazard-penalties': { documentNumber: '临市监罚〔2026〕90001号' },
  accidents: { number: 'HC-2026-0001', deaths: '0' },
  cases: { number: '临市监立〔2026〕90001号', causeCode: 'PRODUCT_BELOW_STANDARD', partyUscc: USCC },
  penalties: { documentNumber: '临市监罚〔2026〕90001号', caseNumber: '临市监立〔2026〕90001号' },
};

/** Who sends what market supervision does not. */
const SENDERS: Readonly<Record<string, DepartmentKind>> = {
  'fire-key-units': 'FIRE_RESCUE',
  'fire-checks': 'FIRE_RESCUE',
};

/** The example of a kind: what its file is peculiar in, what stands everywhere, and for what must be filled in besides something of its kind. */
export function exampleOf(
  kind: string,
  columns: readonly Column[],
): { department: DepartmentKind; row: Cells } {
  const peculiar = PECULIAR[kind] ?? {};
  const row = columns.map((column): [string, string] => {
    const { name, required } = column;
    return [name, peculiar[name] ?? (required ? (commonOf(name) ?? anyOf(column)) : (DECISION[name] ?? ''))];
  });
  return { department: SENDERS[kind] ?? 'MARKET_SUPERVISION', row: Object.fromEntries(row) };
}

function commonOf(name: string): string | undefined {
  return EVERYWHERE.find(([ending]) => ending.test(name))?.[1];
}

function anyOf({ kind, term }: Column): string {
  const item = kind.item ?? kind;
  const [value] = valuesOf(item);
  if (item.enumeration !== undefined && value !== undefined) return wordFor(item.enumeration, value);
  switch (item.column.type) {
    case 'date':
      return DAY;
    case 'timestamptz':
      return `${DAY} 08:30`;
    case 'numeric':
      return '1000.00';
    case 'int':
      return '1';
    case 'boolean':
      return '是';
    default:
      return `合成示例${term}`;
  }
}
