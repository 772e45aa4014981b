/** @jest-environment-options {"modules":"own"} */
import '../../gateway/answer-error';
import '../../gateway/identity';
import '../../subgraphs';
import { checkOwner, checkSubject } from '../../subgraphs/credit/listing/submission.rules';
import { causeOf } from '../../subgraphs/enforcement/case/case-cause';
import {
  checkDocuments,
  refusedIn as transferRefused,
} from '../../subgraphs/enforcement/transfer/transfer.rules';
import { refusedIn } from '../../subgraphs/equipment/life/life.rules';
import { windowsOf } from '../../subgraphs/equipment/safety/check-windows.rules';
import { checkRaised } from '../../subgraphs/hazards/accident/accident.rules';
import '../../subgraphs/import/errors';
import {
  CatalogueError,
  catalogue,
  checkDay,
  industry,
  valuesNamed,
  type ErrorEntry,
} from '../../subgraphs/kernel';
import { checkCourse } from '../../subgraphs/quality/certificate/certificate.rules';
import { checkActivity } from '../../subgraphs/training/duty/duty.rules';
import { as } from '../support/callers';
import { refusalOf } from '../support/refusal';
import { read, sources } from '../support/sources';

const entries = [...catalogue.values()].map((entry) => [entry.code, entry] as const);

/** `{name}` or `{name:kind}` in a sentence. */
const slotsOf = ({ en }: ErrorEntry) =>
  [...en.matchAll(/\{(\w+)(?::(\w+))?\}/g)].map(([, name = '', kind]) => ({ name, kind }));

/** What is written in Latin letters in Chinese as well. */
const LATIN_IN_CHINESE = [
  /\bGB\/T\b/g, // national standards
  /\b[A-Z]{2,}(?:_[A-Z]+)*\b/g, // codes that a client sends (CLOSED, CROSS_REGIONAL), and JSON, ISO, SHA
  /\b[a-z]+(?:[A-Z][a-z]+)+\b/g, // names of the API: criterionCode, planRectification
  /\b(?:first|after)\b/g, // arguments of the API that are one word
  /\bX-Access-Purpose\b|\bGraphQL(?: over)?\b/g, // a header, and the names of a standard
  /--(?:encoding|again|register)\b/g, // switches of the import
  /-Q\d\b/g, // a quarter
];
const withoutNames = (sentence: string) =>
  LATIN_IN_CHINESE.reduce((rest, name) => rest.replace(name, ''), sentence);

/** Details that are names or codes where they are sent: the same in both languages. */
const NAMED_BY_CODE = new Map([
  ['CCC_ISSUER_DECIDES department', 'the code of a department'],
  ['INSPECTION_OUT_OF_PLACE department', 'the code of a department'],
  ['ITEM_NOT_YOURS department', 'the code of a department'],
  ['LISTING_CONSENT_NOT_FROM_ABOVE department', 'the code of a department'],
  ['VOTED_ALREADY department', 'the code of a department'],
  ['TRACE_NOT_YOURS owner', 'the code of a department'],
  ['OWNED_BY_ANOTHER_SOURCE owner', 'the name of a source'],
  ['SOURCE_ID_TAKEN owner', 'the key of a record'],
  ['STEP_NOT_ALLOWED step', 'the name of a mutation or the value that was sent'],
  ['STEP_INCOMPLETE missing', 'names of mutations and fields'],
  ['ASSESSMENT_INCOMPLETE missing', 'codes of indicators'],
  ['OPINIONS_MISSING missing', 'codes of departments'],
  ['TOWN_NOT_EMPOWERED step', 'the name of a mutation'],
]);
const WORDY =
  /^(?:shape|term|target|reason|range|part|status|stage|department|owner|competent|level|grade|domain|kinds|grounds|missing|disposal|exclusion|recipients?|result|scheme|step|next|earlier)$/;

describe('the sentences of an error', () => {
  test.each(entries)('%s MUST hold no words of the other language', (_, { zh, en }) => {
    const slots = /\{\w+(?::\w+)?\}/g;
    expect(withoutNames(zh.replace(slots, ''))).not.toMatch(/[A-Za-z]/);
    expect(en.replace(slots, '')).not.toMatch(/\p{Script=Han}/u);
  });

  test.each(entries)('%s MUST say of each detail that is words what it is', (code, entry) => {
    for (const { name, kind } of slotsOf(entry)) {
      if (kind === undefined)
        expect(WORDY.test(name) && !NAMED_BY_CODE.has(`${code} ${name}`) ? name : '').toBe('');
      else expect(kind === 'words' || valuesNamed(kind).length > 0 ? '' : kind).toBe('');
    }
  });

  test.each(entries)(
    '%s MUST say its details in the language of the sentence, every value of an enumeration',
    (_, entry) => {
      for (const at of [0, ...longestOf(entry).keys()]) {
        const details = Object.fromEntries(
          slotsOf(entry).map(({ name, kind }) => [name, sampleOf(kind, at)]),
        );
        expectOneLanguageEach(new CatalogueError(entry, details));
      }
    },
  );
});

/** What stands for a detail: every value is a digit, so that a letter is one of the sentence or of its words. */
function sampleOf(kind: string | undefined, at: number): unknown {
  if (kind === undefined) return '1';
  const values = valuesNamed(kind);
  return kind === 'words' ? { zh: '词', en: 'word' } : values[at % values.length];
}

const longestOf = (entry: ErrorEntry) =>
  slotsOf(entry).reduce<readonly string[]>(
    (longest, { kind = '' }) => (valuesNamed(kind).length > longest.length ? valuesNamed(kind) : longest),
    [],
  );

function expectOneLanguageEach({ extensions }: CatalogueError): void {
  expect(withoutNames(String(extensions.zh))).not.toMatch(/[A-Za-z]/);
  expect(extensions.en).not.toMatch(/\p{Script=Han}/u);
}

/** What was sent, and names of fields and steps that a client must send. */
const SENT = { field: '1', got: '1', other: '1', value: '1', allowed: '1', step: '1' };

describe('what the rules refuse', () => {
  const market = as.officer('MARKET_SUPERVISION', '430682');
  test.each<[string, () => unknown]>([
    ['LIST_NOT_YOURS', () => checkOwner('WORK_SAFETY_SERIOUS', market)],
    ['FIELD_NOT_EXPECTED', () => checkSubject({ subjectKind: 'PERSON', uscc: '1' })],
    [
      'EQUIPMENT_GONE',
      () => {
        throw refusedIn({ code: '1' }, 'SCRAPPED');
      },
    ],
    [
      'STEP_NOT_ALLOWED',
      () => {
        throw transferRefused({ caseNumber: '1' }, 'decideTransfer', 'RETURNED', []);
      },
    ],
    ['DOCUMENTS_MISSING', () => checkDocuments('1', [])],
    ['INVESTIGATION_LEVEL_NOT_HIGHER', () => checkRaised('1', 'PROVINCE', 'CITY')],
    ['FIELD_INVALID', () => checkActivity('DRILL', 'YEARLY', '1')],
    ['FIELD_INVALID', () => windowsOf('DAILY', '2020-01-01', null, '2026-01-01')],
    ['FIELD_INVALID', () => industry.parse('x', '1')],
    ['DATE_OUT_OF_RANGE', () => checkDay('1', '2026-01-01', { from: '2026-01-02' })],
    ['REFERENCE_UNKNOWN', () => causeOf('1')],
    [
      'CCC_NUMBER_MISMATCH',
      () =>
        checkCourse(
          {
            number: '2026010901123456',
            issuedOn: '2025-01-01',
            expiresOn: '2026-01-01',
            statusSince: '2025-01-01',
          },
          '2026-01-01',
        ),
    ],
  ])('%s MUST be told in one language in each of its sentences', (code, work) => {
    const refusal = refusalOf(work);
    expect(refusal.code).toBe(code);
    const { zh, en } = new CatalogueError(refusal.entry, { ...refusal.details, ...SENT }).extensions;
    expect(withoutNames(String(zh))).not.toMatch(/[A-Za-z]{2}/);
    expect(en).not.toMatch(/\p{Script=Han}/u);
  });
});

test('no source MUST give words to an error in one language only', () => {
  const half = /\b[A-Z]\w+\(\{[^}]*\b(?:shape|term|target|reason|part|range): (?:'|`)/;
  const found = sources()
    .filter((path) => /^(?:gateway|subgraphs)\//.test(path))
    .filter((path) => half.test(read(path)));
  expect(found).toEqual([]);
});
