import type { IsAbout } from './about';
import type { RequestContext } from './context';
import type { EntityClass } from './database';
import { Decided, type Decisions, type Marks } from './decided';
import { DecidedOnSubject } from './jurisdiction';
import type { Words } from './errors';
import { declareSubmission } from './events';
import { saysBesides, type BesidesOf } from './input';
import {
  isKnownBySource,
  keptUnder,
  keyOf,
  kindOf,
  onceOf,
  saysSynthetic,
  sealedProperties,
  termOf,
} from './notes';
import { seal, type DataKeys } from './sealing';
import {
  isSynthetic,
  type Submission,
  type Submitted,
  type SubmittedInput,
  type SubmittedRow,
} from './submission';

/** The columns of a submitted noun that are its own: where the record comes from, and what it is about, is kept by the kernel. */
type OwnColumns<Row> = Omit<
  Row,
  keyof Submitted | keyof DecidedOnSubject | keyof IsAbout | 'id' | 'synthetic'
>;
/** What is stored in a column as it is stated; a moment is stated as text. */
type Storable<Column> = Column | (Date extends Column ? string : never);
/** Columns that a record states as they are stored: not those whose name stands for something else in the record. */
type Stated<Row, Input> = {
  [Name in keyof OwnColumns<Row>]: Name extends Exclude<keyof Input, BesidesOf<Input>>
    ? Input[Name] extends Storable<OwnColumns<Row>[Name]>
      ? Name
      : never
    : never;
}[keyof OwnColumns<Row>];
type Open<Row, Input> = Omit<OwnColumns<Row>, Stated<Row, Input>>;
type Nullable<Columns> = {
  [Name in keyof Columns]: null extends Columns[Name] ? Name : never;
}[keyof Columns];
/** What a submission must still say of a row: every column that can't be null and that the record does not state. */
type RowFrom<Row, Input> = Omit<Open<Row, Input>, Nullable<Open<Row, Input>>> & Partial<Row>;

interface Options<
  Row extends Submitted,
  Input extends SubmittedInput,
  Prepared,
  Left extends keyof Row,
> extends Pick<
  Submission<Input, Row, Prepared>,
  | 'writtenIn'
  | 'isAuthority'
  | 'checkSource'
  | 'refusalOf'
  | 'afterStore'
  | 'history'
  | 'outcomes'
  | 'afterTakeBack'
  | 'whyKept'
> {
  /** As in `npm run import -- <kind>`; the mutation is named after it. */
  kind: string;
  /** What it is called in sentences, if it is not the noun's own term. */
  term?: Words;
  /** The property that identifies a row, if it is not the noun's key. */
  key?: keyof Row & string;
  /** Which states of its records an officer has decided: see decided.ts. */
  decided?: Marks<Row>;
  /** The property with the number of the document of the decision, where the noun has one of its own. */
  document?: keyof Row & string;
  /** Columns that no record writes: the database's default stands until a step of the procedure says otherwise. */
  leaves?: readonly Left[];
  /** Fetches, once for a batch, what its records refer to; without it, `row` is handed the context of the request. */
  prepare?: (
    context: RequestContext,
    source: string,
    records: readonly NoInfer<Input>[],
  ) => Promise<Prepared>;
  /** Checks a record and says what its row holds besides what the record states. */
  row: (record: Input, prepared: Prepared, source: string) => Omit<RowFrom<Row, Input>, Left>;
}

/** How the records of a noun are taken in: its facts as stated, its key, whether it is synthetic, and what `row` adds. */
export function submissionOf<
  Row extends Submitted,
  Input extends SubmittedInput,
  Prepared = RequestContext,
  const Left extends keyof Row = never,
>(
  entity: EntityClass<Row>,
  input: new () => Input,
  {
    kind,
    term = termOf(entity),
    key = keyOf(entity) as keyof Row & string,
    prepare,
    row,
    decided,
    document = 'decisionDocument' as keyof Row & string,
    leaves: _,
    ...hooks
  }: Options<Row, Input, Prepared, Left>,
): Submission<Input, Row, Prepared> {
  const once = onceOf(entity);
  const submission: Submission<Input, Row, Prepared> = {
    kind,
    mutation: `submit-${kind}`.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
    term,
    subgraph: '',
    input,
    entity,
    key,
    ...(decided && { decisions: { marks: decided as Decisions['marks'], document } }),
    // without `prepare`, Prepared is the context itself
    prepare: prepare ?? ((context) => Promise.resolve(context as Prepared)),
    toRow(record, prepared, source, dataKey) {
      // what a record says besides the facts of its noun is for `row` alone, whatever it is called
      const facts = Object.entries(record).filter(
        ([property]) => kindOf(entity, property) !== undefined && !saysBesides(input, property),
      );
      return {
        ...sealedWhereKept(entity, Object.fromEntries(facts), dataKey),
        ...(isKnownBySource(entity) ? { id: idOf(entity, record, source) } : {}),
        ...(saysSynthetic(entity) ? { synthetic: isSynthetic(source) } : {}),
        ...(entity.prototype instanceof Decided ? decisionStated(record) : {}),
        ...(entity.prototype instanceof DecidedOnSubject ? groundStated(record) : {}),
        // what is written now stands for itself: whatever repeats another is refused
        ...(once ? { [once.property]: null } : {}),
        ...row(record, prepared, source),
      } as SubmittedRow;
    },
    ...hooks,
  };
  declareSubmission(submission);
  return submission;
}

/** What a noun keeps sealed is sealed as it is taken in. */
function sealedWhereKept(entity: EntityClass, facts: Record<string, unknown>, dataKey: DataKeys) {
  const stated = sealedProperties(entity).filter((property) => typeof facts[property] === 'string');
  return {
    ...facts,
    ...Object.fromEntries(stated.map((each) => [each, seal(String(facts[each]), dataKey)])),
  };
}

/** What a record says of its decision; of what is written now it is known why nothing is. */
function decisionStated(record: SubmittedInput) {
  const { decidedBy, decisionDocument } = record as Partial<Decided>;
  return { decidedBy: decidedBy ?? null, decisionDocument: decisionDocument ?? null, decisionGap: null };
}

function groundStated(record: SubmittedInput) {
  const { jurisdictionGround, jurisdictionDocument } = record as Partial<DecidedOnSubject>;
  return {
    jurisdictionGround: jurisdictionGround ?? null,
    jurisdictionDocument: jurisdictionDocument ?? null,
  };
}

function idOf(entity: EntityClass, record: SubmittedInput, source: string): string {
  const under = keptUnder(entity);
  const id = `${source}/${record.sourceId}`;
  return under === undefined
    ? id
    : `${String((record as SubmittedInput & Record<string, unknown>)[under])}/${id}`;
}
