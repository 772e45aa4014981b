/** What waits to be done with the next. */
interface Waiting<Item> {
  item: Item;
  done: () => void;
  failed: (error: unknown) => void;
}

/**
 * Does for all who come while it works what they ask for, at once: whoever comes while nothing is done waits for nobody. Who
 * was done with others that failed is tried alone, so that one cannot spoil it for the others.
 */
export class Together<Item> {
  private waiting: Waiting<Item>[] = [];
  private working = false;

  constructor(
    private readonly work: (items: readonly Item[]) => Promise<void>,
    private readonly most: number,
  ) {}

  do(item: Item): Promise<void> {
    return new Promise((done, failed) => {
      this.waiting.push({ item, done, failed });
      if (!this.working) void this.begin();
    });
  }

  private async begin(): Promise<void> {
    this.working = true;
    while (this.waiting.length > 0) await this.take(this.waiting.splice(0, this.most));
    this.working = false;
  }

  private async take(group: readonly Waiting<Item>[]): Promise<void> {
    try {
      await this.work(group.map(({ item }) => item));
      for (const { done } of group) done();
    } catch (error) {
      if (group.length === 1) group[0]?.failed(error);
      else for (const each of group) await this.take([each]);
    }
  }
}
