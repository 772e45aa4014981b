import { columnsOf } from '../../subgraphs/import/columns';
import { importRows, type ImportRequest } from '../../subgraphs/import/import';
import { importKey } from '../../subgraphs/import/progress';
import { inspect, openRows } from '../../subgraphs/import/read-file';
import {
  departmentOf,
  type Database,
  type DepartmentKind,
  type Peer,
  type Submission,
} from '../../subgraphs/kernel';
import { registry } from '../../subgraphs/registry';
import { as } from './callers';
import { hold } from './sending';
import { TEST_SETTINGS } from './settings';

export interface LoadOptions extends Partial<Pick<ImportRequest, 'revision' | 'again' | 'dryRun'>> {
  source?: string;
  /** Whom the import may ask. */
  peers?: ReadonlyMap<string, Peer>;
  /** What is imported, enterprises unless another is named, and who sends it. */
  submission?: Submission;
  department?: DepartmentKind;
  said?: string[];
}

const enterprises = registry.submissions?.find(({ kind }) => kind === 'enterprises') as Submission;

/** An import in this process. */
export async function loadHere(
  db: Database,
  path: string,
  {
    source = 'register',
    submission = enterprises,
    department = 'MARKET_SUPERVISION',
    peers = new Map<string, Peer>(),
    revision = null,
    again = false,
    dryRun = false,
    said = [],
  }: LoadOptions = {},
) {
  const source_ = await inspect(path);
  const caller = {
    ...as.officer(department, '000000', `write:${submission.subgraph}`, `decide:${submission.subgraph}`),
    subject: `import:${source}`,
  };
  await hold((text, values) => db.read(text, values), [submission.subgraph], source, departmentOf(caller));
  return importRows(
    {
      submission,
      key: importKey(submission.kind, source, source_.digest, revision),
      caller,
      rejectsPath: `${path}.rejects.ndjson`,
      revision,
      again,
      dryRun,
    },
    await openRows(source_, columnsOf(submission)),
    {
      db,
      peers,
      settings: TEST_SETTINGS,
      signal: new AbortController().signal,
      onProgress: () => undefined,
      say: (line) => said.push(line),
    },
  );
}
