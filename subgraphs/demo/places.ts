import { allDivisions, isWithin } from '../kernel';
import type { Chance } from './random';

export interface County {
  code: string;
  name: string;
  city: string;
}

/** The places that the campaign documents come from get more than their share: 临湘市, 溆浦县, 许昌市建安区. */
const HOME = ['430682', '431224', '411003'];
/** Shares of demo enterprises, [G]: half in Hunan, three tenths in Henan, the rest anywhere. */
const SHARES = [
  ['home', 0.15],
  ['43', 0.4],
  ['41', 0.25],
  ['', 0.2],
] as const;

/** Where enterprises are: the counties in force, read from the reference files of the kernel. */
export class Places {
  private readonly pools: ReadonlyMap<string, readonly County[]>;
  private readonly all: readonly County[];

  constructor(region: string | null) {
    const divisions = allDivisions();
    const names = new Map(divisions.map(({ code, name }) => [code, name]));
    this.all = divisions
      .filter(
        ({ code, level, validTo }) =>
          level === 'COUNTY' && validTo === '' && (region === null || isWithin(code, region)),
      )
      .map(({ code, name, parent }) => ({ code, name, city: names.get(parent) ?? '' }));
    if (this.all.length === 0)
      throw new Error(`--region must be a division with counties below it, or a county, but got: ${region}`);
    this.pools = new Map(
      SHARES.map(([prefix]) => [
        prefix,
        this.all.filter(({ code }) => (prefix === 'home' ? HOME.includes(code) : code.startsWith(prefix))),
      ]),
    );
  }

  /** The county where the records at the edges of the rules are: 临湘市 if it is in the region. */
  get edge(): County {
    return this.all.find(({ code }) => code === HOME[0]) ?? (this.all[0] as County);
  }

  has(code: string): boolean {
    return this.all.some((county) => county.code === code);
  }

  pick(chance: Chance): County {
    const pool = this.pools.get(chance.weighted(SHARES)) ?? [];
    return chance.oneOf(pool.length > 0 ? pool : this.all);
  }
}

const PROVINCE_SHORT: Record<string, string> = {
  11: '京',
  12: '津',
  13: '冀',
  14: '晋',
  15: '蒙',
  21: '辽',
  22: '吉',
  23: '黑',
  31: '沪',
  32: '苏',
  33: '浙',
  34: '皖',
  35: '闽',
  36: '赣',
  37: '鲁',
  41: '豫',
  42: '鄂',
  43: '湘',
  44: '粤',
  45: '桂',
  46: '琼',
  50: '渝',
  51: '川',
  52: '贵',
  53: '云',
  54: '藏',
  61: '陕',
  62: '甘',
  63: '青',
  64: '宁',
  65: '新',
};
const CITY_LETTER: Record<string, string> = {
  4301: 'A',
  4302: 'B',
  4303: 'C',
  4304: 'D',
  4305: 'E',
  4306: 'F',
  4307: 'J',
  4308: 'G',
  4309: 'H',
  4310: 'L',
  4311: 'M',
  4312: 'N',
  4313: 'K',
  4331: 'U',
  4101: 'A',
  4102: 'B',
  4103: 'C',
  4104: 'D',
  4105: 'E',
  4106: 'F',
  4107: 'G',
  4108: 'H',
  4109: 'J',
  4110: 'K',
  4111: 'L',
  4112: 'M',
  4113: 'R',
  4114: 'N',
  4115: 'S',
  4116: 'P',
  4117: 'Q',
};

/** 湘F: as it stands in registration numbers; letters of other provinces' cities are not known here and are A. */
export function placeMark(code: string): string {
  return (PROVINCE_SHORT[code.slice(0, 2)] ?? '京') + (CITY_LETTER[code.slice(0, 4)] ?? 'A');
}
