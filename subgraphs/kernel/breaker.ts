import { Kind, parse, type SelectionNode } from 'graphql';

/** So many failures in a row, and what was asked for is left alone for a moment instead of being waited for each time. */
const FAILURES_TO_OPEN = 3;
const REST_MS = 1_000;
const MOST_KEPT = 1_000;

/** What one kind of question has met. */
class Circuit {
  private failures = 0;
  private restUntil = 0;
  private isProbed = false;

  /** While it rests nobody may ask; after that one, whose answer counts for all. */
  enter(): boolean {
    if (this.failures < FAILURES_TO_OPEN) return true;
    if (this.isProbed || Date.now() < this.restUntil) return false;
    this.isProbed = true;
    return true;
  }

  leave(outcome: 'answered' | 'failed' | 'given up'): void {
    this.isProbed = false;
    if (outcome === 'answered') this.failures = 0;
    if (outcome === 'failed' && ++this.failures >= FAILURES_TO_OPEN) this.restUntil = Date.now() + REST_MS;
  }
}

/**
 * Keeps callers from waiting for a subgraph that does not answer. What fails says something of what was asked alone: one
 * table that is locked costs its own questions. Whether the whole subgraph is down is found out by a probe of its own, and so
 * is that it is back: no client waits for that.
 */
export class Breaker {
  private readonly circuits = new Map<string, Circuit>();
  private isDown = false;
  private probing: Promise<void> | undefined;
  private next: NodeJS.Timeout | undefined;

  /** @param lives whether anything at all is heard of the subgraph */
  constructor(private readonly lives: () => Promise<boolean>) {}

  /**
   * @param isGivenUp whether it was the caller that gave up, which says nothing of the subgraph
   * @throws what `refuse` makes, where it is known that no answer is to be had
   */
  async run<Result>(
    about: string,
    work: () => Promise<Result>,
    { refuse, isGivenUp }: { refuse: () => Error; isGivenUp: () => boolean },
  ): Promise<Result> {
    const circuit = this.circuitOf(about);
    if (this.isDown || !circuit.enter()) throw refuse();
    try {
      const result = await work();
      circuit.leave('answered');
      return result;
    } catch (error) {
      circuit.leave(isGivenUp() ? 'given up' : 'failed');
      if (!isGivenUp()) this.probe();
      throw error;
    }
  }

  close(): void {
    clearTimeout(this.next);
  }

  /** One at a time, however many have failed; again and again for as long as it is down. */
  private probe(): void {
    this.probing ??= this.lives().then((lives) => {
      this.probing = undefined;
      this.isDown = !lives;
      if (lives) return;
      clearTimeout(this.next);
      this.next = setTimeout(() => this.probe(), REST_MS).unref();
    });
  }

  private circuitOf(about: string): Circuit {
    const known = this.circuits.get(about);
    if (known) return known;
    if (this.circuits.size >= MOST_KEPT) this.circuits.clear();
    const circuit = new Circuit();
    this.circuits.set(about, circuit);
    return circuit;
  }
}

const known = new Map<string, string>();

/** What a query asks for: fields of the root, and of entities with their type. */
export function aboutOf(query: string): string {
  const about = known.get(query) ?? read(query);
  if (known.size >= MOST_KEPT) known.clear();
  known.set(query, about);
  return about;
}

function read(query: string): string {
  const fields = parse(query, { noLocation: true }).definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? each.selectionSet.selections.flatMap(fieldsIn) : [],
  );
  return [...new Set(fields)].sort().join(' ');
}

function fieldsIn(selection: SelectionNode): string[] {
  if (selection.kind !== Kind.FIELD) return [];
  if (selection.name.value !== '_entities') return [selection.name.value];
  return (selection.selectionSet?.selections ?? []).flatMap((each) =>
    each.kind === Kind.INLINE_FRAGMENT
      ? each.selectionSet.selections.map(
          (field) =>
            `${each.typeCondition?.name.value}.${field.kind === Kind.FIELD ? field.name.value : '…'}`,
        )
      : [],
  );
}
