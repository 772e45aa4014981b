import { readFileSync } from 'node:fs';
import { arrayOf, type Config } from '../../kernel';
import { modelFile, models, type AssessmentModel } from './model';
import { checkModels } from './model.rules';
import { modelOf } from './quarter.rules';

let added: readonly AssessmentModel[] = [];

/** What the members of a division are scored by in a quarter. */
export function modelFor(quarter: string, assessor: string): AssessmentModel {
  return modelOf([...models, ...added], quarter, assessor);
}

/**
 * Takes in the methods by which divisions assess their members, before any request: all of the file or, with an error, none.
 * Tells each beside its document.
 */
export function applyAssessmentModels(
  { assessmentModelsFile }: Pick<Config, 'assessmentModelsFile'>,
  say: (line: string) => void = () => undefined,
): void {
  if (assessmentModelsFile === null) return;
  const read = arrayOf(modelFile).parse(
    JSON.parse(readFileSync(assessmentModelsFile, 'utf8')),
    'ASSESSMENT_MODELS_FILE',
  );
  checkModels(read);
  added = read;
  for (const { assessor, title, document } of read)
    say(`考核办法 assessment method ${assessor}: ${title} (${document})`);
}
