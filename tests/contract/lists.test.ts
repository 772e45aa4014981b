import { buildSchema, getNamedType, isEnumType, isInputObjectType, isListType, isObjectType } from 'graphql';
import type { GraphQLArgument, GraphQLField, GraphQLObjectType, GraphQLType } from 'graphql';
import { buildSchemas } from '../../schema/build';
import { subgraphs } from '../../subgraphs';
import { nameOf } from '../../subgraphs/kernel';

/** Whose lists these are. */
const SUBJECTS = ['Enterprise', 'Equipment'];
/** What is kept of them, each in a table of its own. */
const nouns = new Set(subgraphs.flatMap(({ entities }) => entities.map(nameOf)));
/** Tables of what is decided or published once for all, and no record of an enterprise or a device. */
const CATALOGUES = ['Matter', 'QualificationItem', 'Grid'];

/** Lists that have no state, by their reason. */
const NO_STATE: Readonly<Record<string, readonly string[]>> = {
  'what was done or found on its day, and does not change': [
    ...['Enterprise.supervisoryInspections', 'Enterprise.fireChecks', 'Enterprise.principalChecks'],
    ...['Enterprise.trainingCourses', 'Enterprise.drills', 'Enterprise.emergencyPlans'],
  ],
};
/** Lists of version 0.1 that are no pages, with the page of the same beside them. */
const PAGED_BESIDE: Readonly<Record<string, string>> = {
  'Enterprise.dishonestyListings': 'listings',
  'Enterprise.priorLicences': 'licences',
  'Enterprise.safetyAppointments': 'safetyPosts',
  'Enterprise.safetyPenalties': 'penalties',
  'Equipment.campaignChecks': 'checksForCampaigns',
};

const api = buildSchema(buildSchemas()['api.graphql'] ?? '');
type Field = GraphQLField<unknown, unknown>;
interface Listed {
  name: string;
  owner: GraphQLObjectType;
  field: Field;
  noun: string;
  isPage: boolean;
}

/** Every list of a noun at an enterprise or a device. */
const lists = SUBJECTS.flatMap((subject): Listed[] => {
  const owner = api.getType(subject) as GraphQLObjectType;
  return Object.values(owner.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    const isPage = named.name.endsWith('Connection');
    const noun = named.name.replace(/Connection$/, '');
    const isOne = !isPage && !isListed(field.type);
    if (isOne || !isObjectType(named) || !nouns.has(noun) || CATALOGUES.includes(noun)) return [];
    return [{ name: `${subject}.${field.name}`, owner, field, noun, isPage }];
  });
});

function isListed(type: GraphQLType): boolean {
  return isListType(type) || ('ofType' in type && isListed(type.ofType as GraphQLType));
}

/** What a list may be asked by: its arguments, and the fields of its filter. */
function askedBy({ args }: Field): Pick<GraphQLArgument, 'name' | 'type'>[] {
  return args.flatMap((argument) => {
    const type = getNamedType(argument.type);
    return isInputObjectType(type) ? Object.values(type.getFields()) : [argument];
  });
}

const hasPeriod = ({ field }: Listed) =>
  ['from', 'to'].every((end) =>
    askedBy(field).some(({ name }) => new RegExp(`(^|[a-z])${end}$`, 'i').test(name)),
  );
const hasState = ({ field }: Listed) =>
  askedBy(field).some(({ name, type }) => name === 'standingOn' || isEnumType(getNamedType(type)));

const listed = (reasons: Readonly<Record<string, readonly string[]>>) => Object.values(reasons).flat();
const without = (has: (list: Listed) => boolean) =>
  pages.filter((list) => !has(list)).map(({ name }) => name);
const pages = lists.filter(({ isPage }) => isPage);

describe('the lists of an enterprise and of a device', () => {
  test('each MUST be asked by a period', () => {
    expect(without(hasPeriod)).toEqual([]);
  });

  test('each MUST be asked by a state, or stand on the list with its reason', () => {
    expect(without(hasState).sort()).toEqual(listed(NO_STATE).sort());
  });

  test('one that is no page MUST have a page of the same beside it', () => {
    const plain = lists.filter(({ isPage }) => !isPage);
    expect(plain.map(({ name }) => name).sort()).toEqual(Object.keys(PAGED_BESIDE).sort());
    for (const { name, owner, noun } of plain) {
      const beside = owner.getFields()[PAGED_BESIDE[name] ?? ''];
      expect({ name, beside: String(beside?.type) }).toEqual({ name, beside: `${noun}Connection` });
    }
  });
});
