import { departmentOf, type Caller } from './caller';
import { Fact } from './fact';
import type { EntityClass } from './database';
import { printedCode } from './identifier-kinds';
import { code, listOf, moment } from './kinds';
import type { SharingLevel } from './vocabulary';

/** Explicit tags of matters on a record, each set by somebody: see `withTagger`. */
interface Tagged {
  matterCodes: string[];
  matterCodesBy: string | null;
  matterCodesAt: Date | null;
}
const tagged = new WeakSet<object>();

/** The property that keeps the matters that a record was tagged with. */
export function MatterCodes(level: SharingLevel, { always = false } = {}) {
  return Fact(
    level,
    listOf(printedCode(40)),
    '涉及的一件事代码. The codes of the matters that it belongs to.',
    { always },
  );
}

/** The property that keeps who has set the tags as they are. */
export function TaggedBy() {
  const fact = Fact(
    'UNCONDITIONAL',
    code(100),
    '标注涉及事项的部门或报送来源；未标注或者 0.2 版之前标注的为空. The department whose officer has tagged it with its matters, or the source that has reported it so; null without a tag, and for one from before version 0.2.',
    { optional: true },
  );
  return (prototype: Tagged, property: 'matterCodesBy') => {
    tagged.add(prototype);
    fact(prototype, property);
  };
}

/** The property that keeps when that was. */
export function TaggedAt() {
  return Fact(
    'UNCONDITIONAL',
    moment,
    '标注涉及事项的时间. The moment since which the record has borne these tags.',
    { optional: true },
  );
}

/** Says of a row about to be written who has set its tags; who has set them before stays, as long as they are the same. */
export function withTagger<Row extends object>(
  { prototype }: EntityClass,
  row: Row,
  by: string | Caller,
  now: Date,
  before: string | null = null,
): Row {
  if (!tagged.has(prototype as object)) return row;
  const { matterCodes = [] } = row as Partial<Tagged>;
  const stored = (before === null ? null : JSON.parse(before)) as Stored | null;
  if (matterCodes.length === 0) return { ...row, matterCodesBy: null, matterCodesAt: null };
  if (stored && String(stored.matter_codes) === String(matterCodes))
    return { ...row, matterCodesBy: stored.matter_codes_by, matterCodesAt: stored.matter_codes_at };
  return { ...row, matterCodesBy: typeof by === 'string' ? by : departmentOf(by), matterCodesAt: now };
}

/** The row as it stands in its table. */
interface Stored {
  matter_codes: string[];
  matter_codes_by: string | null;
  matter_codes_at: string | null;
}
