import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { subgraphs } from '../..';
import { asError } from '../../kernel';
import { WrongUse } from '../errors';
import { ended, submissionOf } from '../operator';
import { writeTemplate } from './files';
import { templateOf } from './template';

/** `import --template`: writes the templates of a kind, or of `all`; lists the kinds where none is named. */
export function writeTemplates(kind: string | null, folder: string): Promise<number> {
  return ended(async () => {
    const paths = kind === null ? [] : await written(kind, resolve(folder));
    process.stdout.write(`${(kind === null ? listed() : paths).join('\n')}\n`);
    return 0;
  });
}

async function written(kind: string, folder: string): Promise<string[]> {
  const chosen = kind === 'all' ? allSubmissions() : [submissionOf(kind).submission];
  makeFolder(folder);
  const paths: string[] = [];
  for (const submission of chosen)
    paths.push(...(await writeTemplate(submission.kind, templateOf(submission), folder)));
  return paths;
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new WrongUse(`--to must be a folder that can be written to: ${asError(error).message}`);
  }
}

const allSubmissions = () => subgraphs.flatMap(({ submissions = [] }) => submissions);

function listed(): string[] {
  const kinds = allSubmissions();
  const width = Math.max(...kinds.map(({ kind }) => kind.length));
  return kinds.map(({ kind, term }) => `${kind.padEnd(width)}  ${term.zh} ${term.en}`);
}
