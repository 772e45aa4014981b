import fc from 'fast-check';
import { getNamedType, isInputObjectType, isObjectType } from 'graphql';
import { getMetadataArgsStorage } from 'typeorm';
import { subgraphs } from '../../subgraphs';
import {
  buildSubgraph,
  fieldsOf,
  inputNamed,
  kindOf,
  kindsOfArguments,
  type Kind,
  type SubgraphDefinition,
} from '../../subgraphs/kernel';
import { spellings } from '../support/spellings';

type AnyKind = Kind<unknown, unknown>;
/** A column, a field of a record, an input or a type, or an argument, with the kind that reads it. */
interface Place {
  at: string;
  kind: AnyKind | undefined;
}

/** What is called so is a number or a code that people write. */
const NAMED =
  /(?:number|code|document|reference|prefix|uscc|serial|chip|batch)s?\)?$|[.(](?:region|department|industry)(?:Codes?)?\)?$/i;
/** Read by their scalar wherever they stand. */
const BY_SCALAR = ['RegionCode', 'Uscc'];

/** What is called so and is no such thing, or has its form elsewhere; each with its reason. */
const EXCEPT: Record<string, string> = {
  'registry IndustryRestriction.document': 'a sentence that names a document, as the list prints it',
  'registry industry-restrictions.document': 'the same',
  'registry Query.registrationGate(industryCode)':
    'read by the gate itself: what is no industry is an answer',
  'matters MatterVersion.sourceDocument': 'the document as it is printed: some have a title and no number',
  'matters CreateMatterInput.sourceDocument': 'the same',
  'matters ChangeMatterInput.sourceDocument': 'the same',
  'matters RetireMatterInput.sourceDocument': 'the same',
  'matters ActionPlan.document': 'of a reference file; the document as it is printed',
  'matters ActionTask.number': 'the same: its place as the document prints it',
  'training Qualification.sealedNumber':
    'sealed, shown as it was sent, compared by the pseudonym of its form',
  'training qualifications.number': 'the same',
  'training Query.verifyQualification(number)': 'the same',
  'training Qualification.sealedIdNumber': 'an identity number, which has a form of its own (`idNumber`)',
  'training qualifications.idNumber': 'the same',
  'training attendance.idNumber': 'the same',
  'training training-duties.idNumber': 'the same',
  'training welder-codes.idNumber': 'the same',
  'credit principal-bans.idNumber': 'the same',
  'credit principals.idNumber': 'the same',
  'credit PrincipalBanCheckInput.idNumber': 'the same',
  'hazards FireKeyUnit.industryOfficer': 'a person',
  'hazards fire-key-units.industryOfficer': 'a person',
  'enforcement PenaltyDecision.printedNumber': 'as it is printed; `documentNumber` is its form',
  'enforcement DecideCaseInput.documentNumber': 'the same: the printed one is kept as well',
  'enforcement Mutation.acceptTip(number)': 'the key of a step alone, read by its verb',
  'enforcement Query.tipStatus(receiptCode)': 'read by its throttle, and compared by its pseudonym',
};

const lineage = (type: object): object[] =>
  type === Function.prototype ? [] : [type, ...lineage(Object.getPrototypeOf(type) as object)];

function columnsOf({ name, entities }: SubgraphDefinition): Place[] {
  return entities.flatMap((entity) =>
    getMetadataArgsStorage()
      .filterColumns(lineage(entity) as never)
      .map(({ propertyName }) => ({
        at: `${name} ${entity.name}.${propertyName}`,
        kind: kindOf(entity, propertyName),
      })),
  );
}

function recordsOf({ name, submissions = [] }: SubgraphDefinition): Place[] {
  return submissions.flatMap(({ input, kind }) =>
    [...fieldsOf(input)].map(([field, { reader }]) => ({ at: `${name} ${kind}.${field}`, kind: reader })),
  );
}

/** The arguments of all fields, inputs field by field. */
function argumentsOf(definition: SubgraphDefinition): Place[] {
  const { schema } = buildSubgraph(definition);
  const kinds = kindsOfArguments(definition.resolvers);
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  return types.flatMap((type) =>
    Object.values(type.getFields()).flatMap(({ name, args }) =>
      args.flatMap((argument): Place[] => {
        const named = getNamedType(argument.type);
        const input = inputNamed(named.name);
        const at = `${type.name}.${name}(${argument.name})`;
        if (BY_SCALAR.includes(named.name)) return [];
        if (!isInputObjectType(named)) return [{ at: `${definition.name} ${at}`, kind: kinds.get(at) }];
        if (argument.name === 'records') return [];
        return Object.values(named.getFields()).map((field) => ({
          at: `${definition.name} ${named.name}.${field.name}`,
          kind: input && fieldsOf(input).get(field.name)?.reader,
        }));
      }),
    ),
  );
}

/** What other subgraphs' nouns are known by. */
function stubsOf({ name, types }: SubgraphDefinition): Place[] {
  return types.flatMap((type) =>
    ['code', 'number', 'matterCode', 'uscc'].flatMap((key) => {
      const kind = kindOf(type, key);
      return kind ? [{ at: `${name} ${type.name}.${key}`, kind }] : [];
    }),
  );
}

const places = subgraphs.flatMap((each) => [
  ...columnsOf(each),
  ...recordsOf(each),
  ...argumentsOf(each),
  ...stubsOf(each),
]);
const isText = ({ at, kind }: Place) =>
  !at.endsWith('Import(batch)') && (kind === undefined || (kind.wire !== 'number' && !kind.enumeration));
const formed = places.filter(({ kind }) => kind?.normal !== undefined);
const formless = places.filter((place) => isText(place) && place.kind?.normal === undefined);

describe('a number or a code that people write', () => {
  test('it MUST be met all over the subgraphs', () => {
    expect(formed.length).toBeGreaterThan(400);
    expect(formed.map(({ at }) => at)).toEqual(
      expect.arrayContaining([
        'equipment EquipmentOrder.number',
        'hazards hazards.number',
        'quality SpotCheckFilter.product',
        'matters Query.actionTasks(plan)',
        'training Department.code',
      ]),
    );
  });

  test('it MUST have one form in every column, record, input, filter and argument, or a reason in the list above', () => {
    const found = formless.map(({ at }) => at).filter((at) => NAMED.test(at) && !(at in EXCEPT));
    expect([...new Set(found)]).toEqual([]);
  });

  test('the list above MUST name nothing that is gone or has its form', () => {
    const left = new Set(formless.map(({ at }) => at));
    expect(Object.keys(EXCEPT).filter((at) => !left.has(at))).toEqual([]);
  });

  /** Values of all kinds; each kind takes one at least. */
  const VALUES = [
    ...[
      '湘市监特令〔2026〕12号',
      'TS7110234-2026',
      'YH430682-0b60',
      '31104310220240001',
      '梯11湘F00001(24)',
      '2025010101000001',
    ],
    ...['430682', '430682-FIRE_RESCUE', '91430682MA4L16JQ90', '3770', 'C', '98', '3110', '2401'],
    ...['GAS_APPLIANCE', 'ELEVATOR', 'OM-EBIKE-HELMET', 'SMALL_BOILERS', '合成(临)'],
  ];
  const read = (kind: AnyKind, text: string) => {
    try {
      return [kind.parse(text, 'field')];
    } catch {
      return [];
    }
  };
  const byForm = new Map(
    formed.map((place) => [
      VALUES.map((value) => String(read(place.kind as AnyKind, value))).join('|'),
      place,
    ]),
  );

  test.each([...byForm.values()].map(({ at, kind }) => [at, kind as AnyKind] as const))(
    '%s MUST be one, however it is spelled',
    (_, kind) => {
      const taken = VALUES.filter((value) => String(read(kind, value)) === value);
      expect(taken).not.toEqual([]);
      fc.assert(
        fc.property(fc.constantFrom(...taken), spellings, (value, spell) => {
          const keepsCase = kind.normal?.('a') === 'a';
          expect(read(kind, spell(value, keepsCase && !value.includes('〔')))).toEqual(read(kind, value));
        }),
        { numRuns: 60 },
      );
    },
  );
});
