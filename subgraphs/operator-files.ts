import { applyEmpowerments, applyHolidays, type Config } from './kernel';
import { applyLegalRules } from './legal-rules';
import { applyAssessmentModels } from './matters';

/** Takes in what an operator adds to the law of the product, before any request; tells each row. */
export function applyOperatorFiles(
  config: Pick<Config, 'legalRulesFile' | 'holidaysFile' | 'empowermentsFile' | 'assessmentModelsFile'>,
  say: (line: string) => void = () => undefined,
): void {
  applyHolidays(config, say);
  applyLegalRules(config, say);
  applyEmpowerments(config, say);
  applyAssessmentModels(config, say);
}
