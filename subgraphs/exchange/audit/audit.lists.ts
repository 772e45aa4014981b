import {
  CursorBroken,
  EnumValueUnknown,
  SubgraphUnavailable,
  addDays,
  cursorOf,
  isBefore,
  isMomentOfEntry,
  opened,
  positionOf,
  recordsIn,
  subgraphCaller,
  whereAnswered,
  type AskedOfRecords,
  type DerivedList,
  type FoundRecords,
  type JournalRecord,
  type PageArgs,
  type RecordPlace,
  type RequestContext,
} from '../../kernel';
import { SUBJECTS, type AuditFilter } from './audit-record';

const LIST: DerivedList<RecordPlace> = { name: 'auditRecords', order: ['at', 'subgraph', 'entry'] };
/** How often the journals are read on for one page that is not full. */
const ROUNDS = 4;
type Found = readonly [journal: string, found: FoundRecords | null];

/**
 * The journals are asked at the moment, one page each with the auditor's eyes, and merged by time: nothing is copied. One
 * that is silent is named at the place of the answer, on each page: what it holds is not known.
 */
export async function auditPage(
  context: RequestContext,
  filter: AuditFilter | null,
  args: PageArgs,
  place: readonly (string | number)[],
) {
  const { size } = opened(LIST, { first: args.first });
  const journals = journalsOf(context, filter?.subgraph ?? null);
  const asked = askedOf(filter);
  const records: JournalRecord[] = [];
  const silent = new Set<string>();
  let through = placeIn(args.after);
  let isMore = true;
  for (let round = 0; round < ROUNDS && isMore && records.length <= size; round++) {
    const from = through;
    const found = await Promise.all(
      journals.map(async (journal): Promise<Found> => {
        const answer = await askJournal(context, journal, asked, from, size + 1);
        return [journal, answer];
      }),
    );
    for (const [journal, answer] of found) if (!answer) silent.add(journal);
    const answers = found.flatMap(([, answer]) => answer ?? []);
    const end = endOf(answers);
    const seen = answers.flatMap((answer) => answer.records).filter((each) => !end || !isBefore(end, each));
    records.push(...seen.sort((one, other) => (isBefore(one, other) ? -1 : 1)));
    isMore = end !== null;
    through = end ?? through;
  }
  for (const subgraph of silent) context.told.push(SubgraphUnavailable({ subgraph }).at(place));
  const shown = records.slice(0, size);
  const last = records.length > size || !isMore ? shown.at(-1) : through;
  return {
    edges: shown.map((record) => ({ node: nodeOf(record), cursor: () => cursorOf(LIST, record) })),
    // what was looked at for it is not counted
    totalCount: () => Promise.resolve(null),
    pageInfo: {
      hasNextPage: isMore || records.length > size,
      hasPreviousPage: Boolean(args.after),
      startCursor: () => (shown[0] ? cursorOf(LIST, shown[0]) : null),
      endCursor: () => (last ? cursorOf(LIST, last) : null),
    },
  };
}

/** Up to where all of them were looked at; null: to their ends. */
function endOf(answers: readonly FoundRecords[]): RecordPlace | null {
  const ends = answers.flatMap(({ through }) => through ?? []);
  return ends.reduce<RecordPlace | null>((first, end) => (first && isBefore(first, end) ? first : end), null);
}

function askJournal(
  context: RequestContext,
  journal: string,
  filter: AskedOfRecords,
  after: RecordPlace | null,
  size: number,
): Promise<FoundRecords | null> {
  const { peers, db, requestId, client, purpose } = context;
  const caller = subgraphCaller(peers.self, context.caller);
  const asked = { filter, after, size };
  if (journal === peers.self) return recordsIn(db, journal, asked, caller);
  const peer = peers.others.get(journal);
  const answer = peer?.records?.(asked, { caller, requestId, client, purpose }, db.signal);
  return whereAnswered(answer ?? Promise.reject(SubgraphUnavailable({ subgraph: journal })));
}

function journalsOf({ peers }: RequestContext, wanted: string | null): string[] {
  const journals = [...new Set([...peers.others.keys(), peers.self])].sort();
  if (wanted === null) return journals;
  if (!journals.includes(wanted))
    throw EnumValueUnknown({ field: 'filter.subgraph', allowed: journals.join(', '), got: wanted });
  return [wanted];
}

function askedOf(filter: AuditFilter | null): AskedOfRecords {
  const { subject = null, operation = null, type = null, key = null, outcome = null } = filter ?? {};
  const startOf = (day: string) => `${day}T00:00:00+08:00`;
  const from = filter?.from ? startOf(filter.from) : null;
  const before = filter?.to ? startOf(addDays(filter.to, 1)) : null;
  return { subject, operation, type, key, outcome, from, before };
}

function placeIn(cursor: string | null | undefined): RecordPlace | null {
  if (cursor === null || cursor === undefined) return null;
  const [at = '', subgraph = '', entry = ''] = positionOf(LIST, cursor);
  if (!isMomentOfEntry(at) || !/^\d{1,18}$/.test(entry)) throw CursorBroken({ field: 'after', got: cursor });
  return { at, subgraph, entry };
}

function nodeOf({ at, number, entry, subjects, ...record }: JournalRecord) {
  const shown = { subjects: subjects.slice(0, SUBJECTS), subjectCount: subjects.length };
  return { ...record, ...shown, at: new Date(at), sequence: number ?? `open/${entry}` };
}
