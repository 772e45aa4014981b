import { columnsOf } from '../../../subgraphs/import/columns';
import { importRows } from '../../../subgraphs/import/import';
import { importKey } from '../../../subgraphs/import/progress';
import { inspect, openRows } from '../../../subgraphs/import/read-file';
import { departmentOf, type Submission } from '../../../subgraphs/kernel';
import { hold } from '../../support/sending';
import { file, rejectsOf } from '../../support/imports';
import { TEST_SETTINGS } from '../../support/settings';
import { workbook } from '../../unit/import/workbook';
import { MAKER, national, qualityBed } from './sample';

const HEADER = ['sourceId', 'number', 'holderUscc', 'productName', 'issuedOn', 'expiresOn', 'regionCode'];
const row = (at: number, number = `2025010101${String(at).padStart(6, '0')}`) => [
  ...[`C-${at}`, number, MAKER, '电线组件', '2025-01-10', '2030-01-09', '430682'],
];

const sheetRow = (cells: string[]) =>
  `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;

const bed = qualityBed();

describe('importing CCC certificates', () => {
  beforeEach(() => bed.empty());

  async function load(path: string) {
    const submission = bed.subgraph.definition.submissions?.find(
      ({ kind }) => kind === 'ccc-certificates',
    ) as Submission;
    const source = await inspect(path);
    await hold((text, values) => bed.rows(text, values), ['quality'], 'cqc', departmentOf(national));
    return importRows(
      {
        submission,
        key: importKey(submission.kind, 'cqc', source.digest, null),
        caller: { ...national, subject: 'import:cqc' },
        rejectsPath: `${path}.rejects.ndjson`,
        revision: null,
        again: false,
        dryRun: false,
      },
      await openRows(source, columnsOf(submission)),
      {
        db: bed.subgraph.db,
        peers: new Map(),
        settings: TEST_SETTINGS,
        signal: new AbortController().signal,
        onProgress: () => undefined,
        say: () => undefined,
      },
    );
  }

  const rows = [row(1), row(2), row(3, '20250101010000030000'), row(4)];
  const objects = rows.map((cells) => Object.fromEntries(cells.map((cell, at) => [HEADER[at], cell])));
  test.each([
    ['csv', () => [HEADER, ...rows].map((cells) => cells.join(','))],
    ['ndjson', () => objects.map((object) => JSON.stringify(object))],
    ['xlsx', () => workbook({ sheet: [HEADER, ...rows].map(sheetRow).join('') })],
  ])('from %s the good rows MUST be stored and a number of 20 digits named', async (kind, lines) => {
    const path = file(`certificates.${kind}`, lines());
    await load(path);
    const stored = await bed.run(
      '{ cccCertificate(number: "2025010101000004") { status history { status } } }',
    );
    expect(stored.data.cccCertificate).toEqual({ status: 'VALID', history: [{ status: 'VALID' }] });
    const rejects = rejectsOf(path);
    expect(rejects).toHaveLength(1);
    expect(JSON.stringify(rejects[0])).toContain('CCC_NUMBER_INVALID');
  });
});
