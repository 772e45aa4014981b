import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** What an argument, or the field of a filter, is asked with, by its place (`Query.hazard.number`, `HazardFilter.region`). */
export type Values = (place: string, type: string) => readonly unknown[];

/** Rows that are asked for everything under them, as `hazard(number: "…")`. */
export type Rows = Readonly<Record<string, string>>;

/** A field as it is, with all that is under it, and once for each value of what it can be asked by. */
export interface Question {
  whole: string;
  varied: readonly string[];
}

/** What says nothing of any row: where a page or a feed goes on, whose life it is of, and that it was signed by a key of its own. */
const OPAQUE = new Set(['cursor', 'startCursor', 'endCursor', 'next', 'head', 'epoch', 'proof', 'signature']);
const PLACES_IN_LISTS = new Set(['first', 'after', 'waitSeconds']);
const KEYS = ['number', 'id', 'uscc', 'code', 'documentNumber'];
const DEEPEST = 2;

/**
 * Every question of a schema: each root field, and each field of the given rows, once as it is and once for each value of
 * each of its arguments and of each field of its filters.
 */
export class EveryQuestion {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly values: Values,
  ) {}

  of(rows: Rows): Question[] {
    const query = this.schema.getQueryType();
    if (!query) throw new Error('there is nothing to ask');
    const atRoot = this.fieldsOf(query).map((field) => this.question(query, field));
    const atRows = Object.entries(rows).flatMap(([root, row]) => {
      const type = getNamedType(query.getFields()[root]?.type);
      if (!isObjectType(type)) throw new Error(`${root} leads to no row`);
      const under = (asked: string) => `${row} { ${asked} }`;
      return this.fieldsOf(type).map((field) => {
        const { whole, varied } = this.question(type, field);
        return { whole: under(whole), varied: varied.map(under) };
      });
    });
    return [...atRoot, ...atRows];
  }

  private question(type: GraphQLObjectType, field: Field): Question {
    const place = `${type.name}.${field.name}`;
    const fixed = field.args.filter((each) => isNonNullType(each.type));
    const given = this.given(place, fixed);
    const brief = this.selection(field, 1, tellsWhich);
    const varied = field.args.flatMap((argument) => {
      if (PLACES_IN_LISTS.has(argument.name)) return [];
      const others = fixed.filter(({ name }) => name !== argument.name);
      return this.each(`${place}.${argument.name}`, argument.type).map(
        (value) =>
          `${field.name}${inBrackets([...this.given(place, others), `${argument.name}: ${value}`])} ${brief}`,
      );
    });
    return { whole: `${field.name}${inBrackets(given)} ${this.selection(field, DEEPEST)}`, varied };
  }

  private given(place: string, args: readonly GraphQLArgument[]): string[] {
    return args.map(({ name, type }) => `${name}: ${this.each(`${place}.${name}`, type)[0]}`);
  }

  /** Each value that an argument is asked with: of a filter each of its fields alone. */
  private each(place: string, type: GraphQLInputType): string[] {
    if (isNonNullType(type)) return this.each(place, type.ofType);
    if (isListType(type)) return this.each(place, type.ofType).map((value) => `[${value}]`);
    if (isEnumType(type)) return type.getValues().map(({ name }) => name);
    if (!isInputObjectType(type)) return this.values(place, type.name).map((value) => JSON.stringify(value));
    const fields = Object.values(type.getFields());
    const always = fields.filter((field) => isNonNullType(field.type));
    const needed = always.map(
      (field) => `${field.name}: ${this.each(`${type.name}.${field.name}`, field.type)[0]}`,
    );
    if (always.length > 0) return [`{ ${needed.join(', ')} }`];
    return fields.flatMap(({ name, type: of }) =>
      this.each(`${type.name}.${name}`, of).map((value) => `{ ${name}: ${value} }`),
    );
  }

  private selection(field: Field, depth: number, wanted: Wanted = () => true): string {
    const type = getNamedType(field.type);
    if (!isCompositeType(type)) return '';
    if (isUnionType(type))
      return `{ __typename ${type
        .getTypes()
        .map((each) => `... on ${each.name} ${this.below(each, depth, wanted)}`)
        .join(' ')} }`;
    return isObjectType(type) ? this.below(type, depth, wanted) : '{ __typename }';
  }

  /** The fields of an object, with the rows of a page at no further depth than the page. */
  private below(type: GraphQLObjectType, depth: number, wanted: Wanted): string {
    const picked = this.fieldsOf(type).filter((field) => {
      const isPage = ['edges', 'node', 'pageInfo'].includes(field.name);
      if (field.args.some((each) => isNonNullType(each.type))) return false;
      return isPage || (wanted(field, type) && (depth > 1 || !this.isObject(field)));
    });
    const printed = picked.map((field) => {
      const isPage = ['edges', 'node', 'pageInfo'].includes(field.name);
      return `${field.name} ${this.selection(field, isPage ? depth : depth - 1, wanted)}`;
    });
    return `{ __typename ${printed.join(' ')} }`;
  }

  private isObject(field: Field): boolean {
    return isCompositeType(getNamedType(field.type));
  }

  private fieldsOf(type: GraphQLObjectType): Field[] {
    return Object.values(type.getFields()).filter(({ name }) => !name.startsWith('_') && !OPAQUE.has(name));
  }
}

type Wanted = (field: Field, type: GraphQLObjectType) => boolean;
type Field = GraphQLField<unknown, unknown>;

/** Of a row of a page its key alone; of what has none, all. */
const tellsWhich = (field: Field, type: GraphQLObjectType) =>
  !KEYS.some((key) => key in type.getFields()) || KEYS.includes(field.name);

const inBrackets = (given: readonly string[]) => (given.length === 0 ? '' : `(${given.join(', ')})`);

/** Questions put together into documents of about so many words, each under a name of its own. */
export function documentsOf(questions: readonly string[], mostWords: number): string[] {
  const documents: string[][] = [[]];
  let words = 0;
  questions.forEach((question, nth) => {
    const more = question.match(/\w+/g)?.length ?? 0;
    if (words > 0 && words + more > mostWords) {
      documents.push([]);
      words = 0;
    }
    words += more;
    documents.at(-1)?.push(`q${nth}: ${question}`);
  });
  return documents.map((each) => `{ ${each.join(' ')} }`);
}
