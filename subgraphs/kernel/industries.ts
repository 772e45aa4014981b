import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { declareReferenceList } from './reference-list';

interface Industry {
  code: string;
  /** 门类 of a 大类, 大类 of a 中类, 中类 of a 小类; empty for a 门类. */
  parent: string;
}
let loaded: ReadonlyMap<string, Industry> | undefined;

/** Read at first use, once a process. */
function industries(): ReadonlyMap<string, Industry> {
  loaded ??= new Map(
    parse<Industry>(readFileSync(join(__dirname, 'official/industries.csv')), { columns: true }).map(
      (industry) => [industry.code, industry],
    ),
  );
  return loaded;
}

declareReferenceList(
  {
    id: 'registry.industries',
    name: '国民经济行业分类. The classification of industries.',
    source: 'GB/T 4754-2017 及第1号修改单（2019-03-29 起施行），据多份公开副本互校',
    asOf: '2019-03-29',
    missing:
      '未见官方文本，不排除修改单另有更名；2011 年版已停用的代码未收. No official text was seen: other changes of names by the amendment cannot be excluded, and codes of 2011 that ended are not held.',
  },
  () => ({ rows: industries().size, verified: industries().size }),
);

/** Whether GB/T 4754-2017 has this code: a letter, or two to four digits. */
export function isIndustry(code: string): boolean {
  return industries().has(code);
}

/** C3770 → 3770, C → C. A letter that is not that of the section stays before the digits, which makes it no code. */
export function industryCode(stated: string): string {
  const [, letter, digits] = /^([A-T])(\d{2,4})$/.exec(stated) ?? [];
  if (letter === undefined || digits === undefined) return stated;
  return industries().get(digits.slice(0, 2))?.parent === letter ? digits : stated;
}

/** An industry and all below it as a half-open range of codes, `from <= code AND code < to`, in byte order: C is 13 to 43. */
export function industryRange(code: string): { from: string; to: string } {
  if (!/^[A-T]$/.test(code)) return { from: code, to: `${code}:` };
  const divisions = [...industries().values()].filter(({ parent }) => parent === code);
  return { from: divisions[0]?.code ?? code, to: `${divisions.at(-1)?.code ?? code}:` };
}
