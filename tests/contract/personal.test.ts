import { getMetadataArgsStorage } from 'typeorm';
import { subgraphs } from '../../subgraphs';
import {
  factOf,
  kindOf,
  legalRules,
  nameOf,
  sealedProperties,
  snakeCase,
  tableOf,
  type EntityClass,
} from '../../subgraphs/kernel';
import { KEPT, OFFICERS } from './personal';

interface TextColumn {
  name: string;
  says: string;
  sealed: boolean;
}

/** Every column that holds text, with what the noun says of it. */
const columns = subgraphs.flatMap(({ name, entities }) =>
  entities.flatMap((entity) => {
    const sealed = sealedProperties(entity);
    return textsOf(entity).map((property): TextColumn => ({
      name: `${name}.${tableOf(entity)}.${snakeCase(property)}`,
      // what is no fact of the noun is a column of the kernel's
      says: kindOf(entity, property) ? factOf(entity, property).description : '',
      sealed: sealed.includes(property),
    }));
  }),
);

function textsOf(entity: EntityClass): string[] {
  const chain: unknown[] = [];
  for (let at: unknown = entity; typeof at === 'function'; at = Object.getPrototypeOf(at)) chain.push(at);
  return getMetadataArgsStorage()
    .columns.filter(({ target, options }) => chain.includes(target) && /char|text/.test(String(options.type)))
    .map(({ propertyName }) => propertyName);
}

/** What speaks of a person, in the words of the nouns. */
const OF_PERSONS =
  /姓名|电话|手机|身份号码|住址|联系人|代表人|责任人|领导|起草人|确认人|录入人|登记人|报告人|经办人|上报人|销号人|验收人|告知人|人员(的)?账号|人员的不透明|人员标识|移交的人员|作出决定的人员/;

describe('personal data at rest', () => {
  const classed = new Map(
    Object.entries(KEPT).flatMap(([how, each]) => Object.keys(each).map((name) => [name, how])),
  );
  const isOfficer = ({ says }: TextColumn) => OFFICERS.test(says);

  test('every column that speaks of a person MUST be of a class', () => {
    expect(columns.length).toBeGreaterThan(800);
    const unknown = columns.filter(
      (column) => OF_PERSONS.test(column.says) && !isOfficer(column) && !classed.has(column.name),
    );
    expect(unknown.map(({ name, says }) => `${name}: ${says}`)).toEqual([]);
  });

  test('what is to be sealed MUST be sealed, and whatever is sealed be of that class', () => {
    const names = (how: string) => [...classed].filter(([, kept]) => kept === how).map(([name]) => name);
    expect(
      columns
        .filter(({ sealed }) => sealed)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(names('SEALED').sort());
    const there = new Set(columns.map(({ name }) => name));
    expect([...classed.keys()].filter((name) => !there.has(name))).toEqual([]);
  });

  test('whatever is sealed, and a name that lies open while it is published, MUST have a rule that says how long it is kept', () => {
    const classes = subgraphs.flatMap(({ retention = [] }) => retention);
    const sealing = subgraphs.flatMap(({ entities }) =>
      entities.filter((each) => sealedProperties(each).length > 0),
    );
    const open = ['DishonestyListing'];
    expect(classes.map(({ entity }) => nameOf(entity)).sort()).toEqual(
      [...sealing.map(nameOf), ...open].sort(),
    );
    for (const { rule } of classes) {
      const version = legalRules().find(({ id }) => id === rule);
      expect([rule, version?.source]).toEqual([
        rule,
        expect.stringMatching(version?.verified ? /第.+条/ : /第.+条.*暂定/),
      ]);
    }
  });

  test('a column that holds more of a person than a mask or a pseudonym MUST say why it lies open', () => {
    for (const [name, why] of Object.entries(KEPT.OPEN))
      expect([name, why.length > 20]).toEqual([name, true]);
  });
});
