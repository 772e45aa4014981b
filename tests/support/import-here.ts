import { columnsOf } from '../../subgraphs/import/columns';
import { importRows, type ImportRequest } from '../../subgraphs/import/import';
import { importKey } from '../../subgraphs/import/progress';
import { inspect, openRows } from '../../subgraphs/import/read-file';
import type { Database, Submission } from '../../subgraphs/kernel';
import { registry } from '../../subgraphs/registry';
import { as } from './callers';
import { TEST_SETTINGS } from './settings';

export interface LoadOptions extends Partial<Pick<ImportRequest, 'revision' | 'again' | 'dryRun'>> {
  source?: string;
  said?: string[];
}

/** An import of enterprises in this process. */
export async function loadHere(
  db: Database,
  path: string,
  { source = 'register', revision = null, again = false, dryRun = false, said = [] }: LoadOptions = {},
) {
  const submission = registry.submissions?.find(({ kind }) => kind === 'enterprises') as Submission;
  const source_ = await inspect(path);
  return importRows(
    {
      submission,
      key: importKey(submission.kind, source, source_.digest, revision),
      caller: {
        ...as.officer('MARKET_SUPERVISION', '000000', 'write:registry'),
        subject: `import:${source}`,
      },
      rejectsPath: `${path}.rejects.ndjson`,
      revision,
      again,
      dryRun,
    },
    await openRows(source_, columnsOf(submission)),
    {
      db,
      settings: TEST_SETTINGS,
      signal: new AbortController().signal,
      onProgress: () => undefined,
      say: (line) => said.push(line),
    },
  );
}
