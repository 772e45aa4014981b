import { setTimeout as sleep } from 'node:timers/promises';

/** Lets everyone work at once, or one alone. */
export class Gate {
  private closed: Promise<void> | undefined;
  private inside = 0;

  async through<T>(work: () => Promise<T>): Promise<T> {
    while (this.closed) await this.closed;
    this.inside++;
    return work().finally(() => this.inside--);
  }

  async alone(work: () => Promise<void>): Promise<void> {
    let open = () => {};
    this.closed = new Promise((resolve) => (open = resolve));
    while (this.inside > 0) await sleep(10);
    await work().finally(() => {
      this.closed = undefined;
      open();
    });
  }
}
