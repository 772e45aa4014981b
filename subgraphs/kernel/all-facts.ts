/** How many items one department lists to another at a time. */
export const FACTS_AT_A_TIME = 1_000;

/** All that another department lists, a thousand at a time, each after the key of the last one. */
export async function allFacts<Item>(
  ask: (after: string | null) => Promise<readonly Item[]>,
  keyOf: (item: Item) => string,
): Promise<Item[]> {
  const all: Item[] = [];
  for (;;) {
    const last = all.at(-1);
    const page = await ask(last === undefined ? null : keyOf(last));
    all.push(...page);
    if (page.length < FACTS_AT_A_TIME) return all;
  }
}
