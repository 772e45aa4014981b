import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import '../cli/errors';
import '../gateway/gateway';
import '../migrations/schema-state';
import '../subgraphs';
import '../subgraphs/import/errors';
import { assessmentPage } from './assessment';
import { assurancePage } from './assurance';
import { eventsPage } from './events';
import { feedLinesPage } from './feed-lines';
import { importColumns } from './import-columns';
import { legalRulesPage } from './legal-rules';
import { page, tableOf } from './page';
import { reactionsPage } from './reactions';
import { referencesPage } from './references';
import { securityPage } from './security';
import { catalogue, settings } from '../subgraphs/kernel';

/** The documents that are printed from code, by file name. */
export function buildDocs(): Record<string, string> {
  const errors = [...catalogue.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  return {
    'errors.md': document(
      'Errors',
      'Every error of an answer carries one of these codes in `extensions.code`, both sentences in `extensions.zh` and `extensions.en`, and, where a value was at fault, `extensions.field` and `extensions.got`. What `onematter` refuses to begin is said by the same sentences.',
      ['Code', 'English', '中文'],
      errors.map(({ code, en, zh }) => [`\`${code}\``, plain(en), plain(zh)]),
    ),
    'configuration.md': document(
      'Configuration',
      'Settings are read from the environment at start; all that are wrong, missing or misspelt are refused at once, by name. With NODE_ENV=production, development keys and demo data are refused.',
      ['Setting', 'Default', '用途', 'Meaning'],
      settings.map(({ name, fallback, zh, en }) => [
        `\`${name}\``,
        fallback === '' ? '–' : `\`${fallback}\``,
        zh,
        en,
      ]),
    ),
    '../SECURITY.md': securityPage(),
    'assurance.md': assurancePage(),
    'assessment.md': assessmentPage(),
    'events.md': eventsPage(),
    'feed-lines.md': feedLinesPage(),
    'import-columns.md': importColumns(),
    'reactions.md': reactionsPage(),
    'references.md': referencesPage(),
    'legal-rules.md': legalRulesPage(),
  };
}

/** A sentence without what each of its details is. */
function plain(sentence: string): string {
  return sentence.replace(/\{(\w+):\w+\}/g, '{$1}');
}

function document(title: string, introduction: string, head: string[], rows: string[][]): string {
  return page([`# ${title}`, introduction, tableOf(head, rows)]);
}

if (require.main === module)
  for (const [name, text] of Object.entries(buildDocs())) writeFileSync(join(__dirname, name), text);
