import {
  IndustryUnknown,
  RegionCodeInvalid,
  RegionDivided,
  RegionUnknown,
  TextTooShort,
  UsccInvalid,
} from './catalogue';
import { readDepartmentCode } from './department-code';
import { divisionsToday } from './divisions';
import { alike } from './errors';
import { hasUsccChecks } from './identifiers';
import { industryCode, isIndustry } from './industries';
import { asId, code, coded, identifier, normalised, shaped, text, type Kind, type Reader } from './kinds';
import { NATIONWIDE, isRegionCode } from './region-code';
import { RegionCode, Uscc } from './scalars';
import { normalCode, normalNumber, paperForm, searchKey, undashed } from './spelling';

/**
 * The kinds of value that people write in several ways. Each has one normal form, the same at every door (submission, step,
 * import), in every argument and filter, in keys and in columns: facts and arguments are declared by the same kind.
 */

const DOCUMENT_NUMBER = { zh: '编号，如 湘市监罚〔2026〕12号', en: 'a number, like 湘市监罚〔2026〕12号' };
const PAPER_NUMBER = {
  zh: '编号，如 特检〔2026〕12号 或 TS7110234-2026',
  en: 'a number, like 特检〔2026〕12号 or TS7110234-2026',
};

/** A code of at most this many characters that has a shape, where one is named. */
function shapedCode(max: number, shape?: Reader<string>): Kind<string> {
  return shape ? coded(max, shape) : code(max);
}

/** The number of a document or of what is on record: 湘市监罚[2026]012号 is 湘市监罚〔2026〕12号. */
export function documentNumber(max: number, shape?: Reader<string>): Kind<string> {
  const kind = normalised(shapedCode(max, shape), normalNumber);
  return shape ? kind : { ...kind, shape: DOCUMENT_NUMBER };
}

/** The number that is printed on a report, an order or a certificate, with a 〔year〕 or without: small letters mean nothing. */
export function paperNumber(max: number): Kind<string> {
  return { ...normalised(code(max), paperForm), shape: PAPER_NUMBER };
}

/** What something began with or is about: an id of the form source/sourceId as it is, or else the number of a document. */
export function recordReference(max: number): Kind<string> {
  return normalised(code(max), (stated) => (stated.includes('/') ? stated.trim() : normalNumber(stated)));
}

/** 发文字号: the number of a document that an organ has issued, and nothing else. */
const ISSUE_NUMBER = /^.{1,40}〔\d{4}〕\d{1,9}号$/;
export const issueNumber: Kind<string> = normalised(
  coded(
    64,
    shaped((number) => ISSUE_NUMBER.test(number), alike('湘市监罚〔2026〕12号')),
  ),
  normalNumber,
);

/** A code or a number that is printed on something: without regard to width, spaces and small letters. */
export function printedCode(max: number, shape?: Reader<string>): Kind<string> {
  return normalised(shapedCode(max, shape), normalCode);
}

/** A code in whose standard no dash stands, however it is grouped. */
export function undashedCode(max: number, shape?: Reader<string>): Kind<string> {
  return normalised(shapedCode(max, shape), undashed);
}

/** The code of an enterprise that a record refers to; whether there is such an enterprise is the registry's to say. */
export const uscc: Kind<string> = normalised(
  {
    ...coded(18, identifier(hasUsccChecks, UsccInvalid)),
    graphql: () => Uscc,
    shape: { zh: '18 位统一社会信用代码', en: 'a unified social credit code of 18 characters' },
  },
  undashed,
);

/** A division as it is stated: there is one or was one, and an abolished one stays what it was. */
export const statedRegion: Kind<string> = normalised(
  {
    ...coded(12, identifier(isRegionCode, RegionCodeInvalid)),
    graphql: () => RegionCode,
    shape: {
      zh: '行政区划代码，6 位，乡级 9 位，村级 12 位',
      en: 'a division in 6 digits, a town in 9, a village in 12',
    },
  },
  undashed,
);

/** The division that a code means today: that of an abolished one is its successor. */
export const regionCode: Kind<string> = {
  ...statedRegion,
  normal(stated) {
    const today = divisionsToday(undashed(stated));
    return today.length === 1 ? String(today[0]) : stated;
  },
  parse(value, field) {
    const today = divisionsToday(statedRegion.parse(value, field));
    const [only, ...others] = today;
    if (only === undefined) throw RegionUnknown({ field, got: value });
    if (others.length > 0) throw RegionDivided({ field, into: today.join(', '), got: value });
    return only;
  },
};

const statedDepartment = coded(
  40,
  shaped((stated) => readDepartmentCode(normalCode(stated)) !== null, {
    zh: '区划代码-部门类别，如 430682-FIRE_RESCUE',
    en: 'a division and a kind of department, like 430682-FIRE_RESCUE',
  }),
);
/** A department by its division and kind, 430682-FIRE_RESCUE; that of an abolished division is its successor’s. */
export const departmentCode: Kind<string> = {
  ...asId(statedDepartment),
  normal: (stated) => departmentIn(stated, (place) => regionCode.normal?.(place) ?? place),
  parse: (value, field) =>
    departmentIn(statedDepartment.parse(value, field), (place) => regionCode.parse(place, field)),
};

function departmentIn(stated: string, divisionOf: (place: string) => string): string {
  const plain = normalCode(stated);
  const found = readDepartmentCode(plain);
  if (!found || found.place === NATIONWIDE) return plain;
  return `${divisionOf(found.place)}-${found.kind}`;
}

/** An industry of GB/T 4754-2017 in two to four digits; the letter of its section may be sent and is dropped. */
export const industry: Kind<string> = known(/^[A-T]?\d{2,4}$/, 'C3770、3770 或 37', 'C3770, 3770 or 37');

/** An industry and all below it; a section as well, by its letter: see `industryRange`. */
export const industryPrefix: Kind<string> = known(
  /^([A-T]|[A-T]?\d{2,4})$/,
  'C、C3770、3770 或 37',
  'C, C3770, 3770 or 37',
);

function known(shape: RegExp, zh: string, en: string): Kind<string> {
  const standard = '(GB/T 4754-2017)';
  const written = shaped((stated) => shape.test(stated), {
    zh: `${zh} ${standard}`,
    en: `${en} ${standard}`,
  });
  const kind: Kind<string> = {
    ...coded(4, written),
    parse(value, field) {
      const digits = industryCode(written.parse(value, field));
      if (!isIndustry(digits)) throw IndustryUnknown({ field, got: value });
      return digits;
    },
  };
  return normalised(kind, (stated) => industryCode(undashed(stated)));
}

/** What a name must hold, two characters at least: its key, which names are searched by. */
export const nameContains: Kind<string> = {
  ...text(200),
  normal: searchKey,
  parse(value, field) {
    const key = searchKey(text(200).parse(value, field));
    if ([...key].length < 2) throw TextTooShort({ field, min: 2, got: value });
    return key;
  },
};
