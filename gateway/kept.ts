/** What was asked for last, up to so many bytes; what was not asked for the longest makes room for others. */
export class Kept<Value> {
  private readonly stored = new Map<string, { value: Value; bytes: number }>();
  private bytes = 0;

  constructor(private readonly most: number) {}

  get(key: string): Value | undefined {
    const known = this.stored.get(key);
    if (!known) return undefined;
    // as the last one: the first is the one not asked for the longest
    this.stored.delete(key);
    this.stored.set(key, known);
    return known.value;
  }

  /** One that is larger than all that may be kept is not kept. */
  set(key: string, value: Value, bytes: number): void {
    this.delete(key);
    if (bytes > this.most) return;
    for (const oldest of this.stored.keys()) {
      if (this.bytes + bytes <= this.most) break;
      this.delete(oldest);
    }
    this.stored.set(key, { value, bytes });
    this.bytes += bytes;
  }

  delete(key: string): void {
    this.bytes -= this.stored.get(key)?.bytes ?? 0;
    this.stored.delete(key);
  }

  /** What all of it weighs. */
  get size(): number {
    return this.bytes;
  }
}

/** Bytes of an object and of a field in it, of a text, and of the place of a node in its document with its two tokens. */
const [OBJECT, FIELD, TEXT, PLACE] = [32, 16, 24, 260];

/** About how much memory plain data take, the trees of documents among them; tests/unit/kept.test.ts holds it against the heap. */
export function weightOf(value: unknown): number {
  if (typeof value === 'string') return TEXT + value.length;
  if (typeof value !== 'object' || value === null) return 0;
  const entries = Object.entries(value);
  return entries.reduce(
    (sum, [name, each]) => sum + FIELD + (name === 'loc' ? PLACE : weightOf(each)),
    OBJECT,
  );
}
