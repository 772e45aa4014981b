import { certificationBody } from './edge-cases';
import { MARK, daysFrom, makeEnterprise, type DemoEnterprise } from './enterprises';
import type { DemoBlock, DemoPart, Sending } from './parts';
import type { Places } from './places';
import { Chance } from './random';

/** A certification body that there is not: nothing made up here is of a real one. */
const BODY = '99';
/** Of whose data that body is, whatever is loaded beside them: its code is the same for all. */
const FIRST_SEED = 1;
const LABORATORY = 'SYN-LAB-1';

/** What makers and sellers of key products deal in, by their industry: key product and category of the catalogue. */
const PRODUCT_OF: Record<string, { product: string; category: string | null; matter: string | null }> = {
  3770: { product: 'ELECTRIC_BICYCLE', category: '1119', matter: 'ELECTRIC_BICYCLE' },
  5238: { product: 'ELECTRIC_BICYCLE', category: '1119', matter: 'ELECTRIC_BICYCLE' },
  3861: { product: 'GAS_APPLIANCE', category: '2401', matter: 'URBAN_GAS' },
  5296: { product: 'GAS_APPLIANCE', category: '2401', matter: 'URBAN_GAS' },
  2672: { product: 'FIREWORKS', category: null, matter: 'FIREWORKS' },
};
const MAKERS = new Set(['3770', '3861', '2672']);
/** So many enterprises are looked through for makers. */
const FIRST = 200;
/** A tenth of the samples are not qualified ([G]). */
const UNQUALIFIED_SHARE = 0.1;

/** 16 digits: year, body, category, serial; the serial holds the enterprise’s number. */
function certificateOf(
  { index, uscc, county }: DemoEnterprise,
  category: string,
  seed: number,
  asOf: string,
) {
  const chance = new Chance(seed, `certificate ${index}`);
  const issuedOn = daysFrom(asOf, -100 - chance.below(1_900));
  const serial = String((seed * 300_007 + index) % 1_000_000).padStart(6, '0');
  return {
    sourceId: `ccc${seed}-${index}`,
    number: `${issuedOn.slice(0, 4)}${BODY}${category}${serial}`,
    holderUscc: uscc,
    productName: `合成产品${MARK}`,
    models: 'SYN-1',
    laboratoryCode: LABORATORY,
    issuedOn,
    expiresOn: daysFrom(issuedOn, 1_825),
    status: chance.is(0.03) ? 'SUSPENDED' : 'VALID',
    regionCode: county.code,
  };
}

function sold(chance: Chance): 'ONLINE' | 'SHOP' {
  return chance.is(0.3) ? 'ONLINE' : 'SHOP';
}

function sampled(seed: number, index: number, asOf: string) {
  const chance = new Chance(seed, `spot check ${index}`);
  const sampledOn = daysFrom(asOf, -60 - chance.below(400));
  return { chance, sampledOn, bad: chance.is(UNQUALIFIED_SHARE) };
}
const isSampled = (seed: number, { index, operating, industryCode }: DemoEnterprise): boolean =>
  operating && PRODUCT_OF[industryCode] !== undefined && new Chance(seed, `sampled ${index}`).is(0.5);

/** The sample of an enterprise that is not qualified, if there is one, and the day on which it was known. */
export function failedSample(
  seed: number,
  enterprise: DemoEnterprise,
  asOf: string,
): { id: string; on: string } | null {
  const { sampledOn, bad } = sampled(seed, enterprise.index, asOf);
  if (!bad || !isSampled(seed, enterprise)) return null;
  return { id: `synthetic/sc${seed}-${enterprise.index}`, on: daysFrom(sampledOn, 40) };
}

/** A sample of what a seller or maker deals in. */
function spotCheckOf(
  enterprise: DemoEnterprise,
  maker: DemoEnterprise | undefined,
  { seed, asOf }: DemoBlock,
) {
  const { index, uscc, county, industryCode } = enterprise;
  const { product, category, matter } = PRODUCT_OF[industryCode] ?? {
    product: '',
    category: null,
    matter: null,
  };
  const { chance, sampledOn, bad } = sampled(seed, index, asOf);
  const resultReceivedOn = daysFrom(sampledOn, 20);
  return {
    sourceId: `sc${seed}-${index}`,
    productCode: product,
    categoryCode: category,
    batch: `SYN${index}`,
    productName: `合成产品${MARK}`,
    sampledOn,
    place: MAKERS.has(industryCode) ? 'PRODUCTION' : sold(chance),
    level: 'COUNTY',
    sellerUscc: uscc,
    producerUscc: maker?.uscc ?? null,
    producerRegionCode: maker?.county.code ?? null,
    regionCode: county.code,
    result: bad ? 'UNQUALIFIED' : 'QUALIFIED',
    defects: bad ? '合成数据：不合格项目示例' : null,
    resultReceivedOn,
    saleStoppedOn: bad ? resultReceivedOn : null,
    correctionOrderedOn: bad ? daysFrom(resultReceivedOn, 16) : null,
    publishedOn: daysFrom(resultReceivedOn, 20),
    matterCodes: matter ? [matter] : [],
  };
}

function traceOf({
  sourceId,
  producerUscc,
  producerRegionCode,
  regionCode,
  resultReceivedOn,
}: ReturnType<typeof spotCheckOf>) {
  return {
    sourceId: `t-${sourceId}`,
    spotCheckId: `synthetic/${sourceId}`,
    direction: 'UP',
    enterpriseUscc: producerUscc,
    notifiedOn: daysFrom(resultReceivedOn, 1),
    request: '合成数据：请核查生产情况',
    regionCode: producerRegionCode,
    fromRegionCode: regionCode,
  };
}

/** Certificates of makers, samples of half of those who deal in key products, and where a sample from elsewhere leads to. */
export const qualityDemo: DemoPart = {
  make(block): Sending[] {
    const { seed, asOf } = block;
    const dealing = block.enterprises.filter(
      ({ operating, industryCode }) => operating && PRODUCT_OF[industryCode],
    );
    const certificates = dealing.filter(isMaker).flatMap((maker) => {
      const category = PRODUCT_OF[maker.industryCode]?.category;
      return category ? [certificateOf(maker, category, seed, asOf)] : [];
    });
    const makers = firstMakers(block);
    const checks = dealing
      .filter((each) => isSampled(seed, each))
      .map((each) => spotCheckOf(each, isMaker(each) ? each : makerFor(each, makers), block));
    const traced = checks.filter(
      ({ result, producerUscc, sellerUscc }) =>
        result === 'UNQUALIFIED' && producerUscc && producerUscc !== sellerUscc,
    );
    return [
      { kind: 'ccc-certificates', records: certificates },
      { kind: 'spot-checks', records: checks },
      { kind: 'trace-steps', records: traced.map(traceOf) },
    ];
  },
  edgeCases: ({ places }) => [
    {
      kind: 'certification-bodies',
      records: [bodyOf(certificationBody(FIRST_SEED, places))],
    },
    {
      kind: 'laboratories',
      records: [
        { sourceId: LABORATORY, code: LABORATORY, name: `合成检测中心${MARK}`, regionCode: '110000' },
      ],
    },
  ],
};

const bodyOf = ({ uscc, name, county }: DemoEnterprise) => ({
  sourceId: BODY,
  code: BODY,
  name,
  uscc,
  regionCode: county.code,
});

const isMaker = ({ industryCode }: DemoEnterprise) => MAKERS.has(industryCode);

const found = new WeakMap<Places, { seed: number; makers: readonly DemoEnterprise[] }>();

/** The makers among the first enterprises, who are there at any scale: whose goods the sellers sell. */
function firstMakers({ seed, places }: DemoBlock): readonly DemoEnterprise[] {
  const known = found.get(places);
  if (known?.seed === seed) return known.makers;
  const makers = Array.from({ length: FIRST }, (_, index) => makeEnterprise(seed, index, places)).filter(
    isMaker,
  );
  found.set(places, { seed, makers });
  return makers;
}

function makerFor(
  { index, industryCode }: DemoEnterprise,
  makers: readonly DemoEnterprise[],
): DemoEnterprise | undefined {
  const product = PRODUCT_OF[industryCode]?.product;
  const fitting = makers.filter((maker) => PRODUCT_OF[maker.industryCode]?.product === product);
  return fitting[index % fitting.length];
}
