import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Caller } from './caller';
import type { Config } from './config';
import { declareError } from './errors';
import { arrayOf, objectOf, orNull } from './official-file';
import { regionCode } from './identifier-kinds';
import { code, date, text } from './kinds';
import { divisionCode } from './region-code';

const TownDecides = declareError(
  'TOWN_NOT_EMPOWERED',
  '乡镇（街道）负责巡查、报告、协助；{step} 须有赋权清单，{region} 没有载明此项。',
  'A town patrols, reports and assists: {step} needs a list of what it is empowered to do, and none gives it to {region}.',
);

/** 赋权清单: what a town may decide, by the document that has empowered it. */
const lists = arrayOf(
  objectOf({
    region: regionCode,
    steps: arrayOf(code(60)),
    document: text(200),
    from: date,
    to: orNull(date),
  }),
);
type Empowerment = ReturnType<typeof lists.parse>[number];
let loaded: readonly Empowerment[] | undefined;

function empowerments(): readonly Empowerment[] {
  loaded ??= read(join(__dirname, 'official/empowerments.json'), 'empowerments.json');
  return loaded;
}

function read(file: string, name: string): readonly Empowerment[] {
  return lists.parse(JSON.parse(readFileSync(file, 'utf8')), name);
}

/** Adds the lists of the operator's file to those of the product, before any request; tells each that holds beside its document. */
export function applyEmpowerments(
  { empowermentsFile }: Pick<Config, 'empowermentsFile'>,
  say: (line: string) => void = () => undefined,
): void {
  if (empowermentsFile === null) return;
  const added = read(empowermentsFile, 'EMPOWERMENTS_FILE');
  loaded = [...read(join(__dirname, 'official/empowerments.json'), 'empowerments.json'), ...added];
  for (const { region, steps, document } of added)
    say(`赋权清单 empowerment ${region}: ${steps.join(', ')} (${document})`);
}

/**
 * 乡镇（街道）: deciding steps are for those who have the power by law. A town has those that its list gives it, on the days
 * on which that holds; no list is known until its document was seen.
 * @throws TOWN_NOT_EMPOWERED
 */
export function requireEmpowered(
  { region }: Pick<Caller, 'region'>,
  scope: string,
  step: string,
  today: string,
  known: readonly Empowerment[] = empowerments(),
): void {
  const town = divisionCode(region ?? '');
  if (town.length <= 6 || !scope.startsWith('decide:')) return;
  const given = known.some(
    (each) =>
      each.region === town.slice(0, 9) &&
      each.steps.includes(step) &&
      each.from <= today &&
      (each.to === null || today <= each.to),
  );
  if (!given) throw TownDecides({ step, region });
}
