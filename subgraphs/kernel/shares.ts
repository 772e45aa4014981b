/** Divides what all have in common: those of one kind have a share of it, and wait for one another, so that no kind has all. */
export class Shares {
  private readonly held = new Map<string, number>();
  private readonly waiting = new Map<string, (() => void)[]>();

  /** @param late what is thrown to who has waited for too long */
  constructor(
    private readonly most: number,
    private readonly waitMs: number,
    private readonly late: () => Error,
  ) {}

  async run<Result>(kind: string, work: () => Promise<Result>): Promise<Result> {
    const held = this.held.get(kind) ?? 0;
    if (held < this.most) this.held.set(kind, held + 1);
    else await this.turn(kind);
    try {
      return await work();
    } finally {
      this.leave(kind);
    }
  }

  private turn(kind: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const queue = this.waiting.get(kind) ?? [];
      this.waiting.set(kind, queue);
      const begin = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        queue.splice(queue.indexOf(begin), 1);
        reject(this.late());
      }, this.waitMs);
      queue.push(begin);
    });
  }

  /** What one leaves the next takes over. */
  private leave(kind: string): void {
    const next = this.waiting.get(kind)?.shift();
    if (next) return next();
    const left = (this.held.get(kind) ?? 1) - 1;
    if (left > 0) this.held.set(kind, left);
    else {
      this.held.delete(kind);
      this.waiting.delete(kind);
    }
  }
}
