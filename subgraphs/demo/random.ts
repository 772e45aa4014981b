import { createHash } from 'node:crypto';

/** Chance that can be repeated: the same seed and subject always give the same sequence. */
export class Chance {
  private state: Int32Array;

  constructor(seed: number, subject: string | number) {
    const digest = createHash('sha256').update(`${seed}/${subject}`).digest();
    this.state = new Int32Array([0, 4, 8, 12].map((at) => digest.readInt32LE(at)));
  }

  /** 0 <= number < 1, by sfc32. */
  next(): number {
    const [a = 0, b = 0, c = 0, d = 0] = this.state;
    const t = (a + b + d) | 0;
    this.state[3] = (d + 1) | 0;
    this.state[0] = b ^ (b >>> 9);
    this.state[1] = (c + (c << 3)) | 0;
    this.state[2] = ((c << 21) | (c >>> 11)) + t;
    return (t >>> 0) / 4294967296;
  }

  /** A whole number from 0 to below the limit. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  is(probability: number): boolean {
    return this.next() < probability;
  }

  oneOf<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }

  /** One of the items, each as likely as its weight. */
  weighted<Item>(items: readonly (readonly [Item, number])[]): Item {
    let left = this.next() * items.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of items) {
      left -= weight;
      if (left < 0) return item;
    }
    return (items.at(-1) as readonly [Item, number])[0];
  }
}
