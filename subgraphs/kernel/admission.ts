import { declareError } from './errors';

export const ServiceBusy = declareError(
  'SERVICE_BUSY',
  '服务繁忙：正在处理的大型请求过多，请在 {retryAfterSeconds} 秒后重试。',
  'The service is busy with other large requests; please try again in {retryAfterSeconds} s.',
);

const RETRY_AFTER_SECONDS = 2;

interface Waiting {
  weight: number;
  begin: () => void;
}

/**
 * Lets in so much at once and no more, by weight: whoever finds no room waits for it, first come, first served, and is sent away
 * after a while. What is heavier than all the room there is has it alone.
 */
export class Admission {
  private held = 0;
  private readonly waiting: Waiting[] = [];

  constructor(
    private readonly most: number,
    private readonly waitMs: number,
  ) {}

  /** @returns how to leave, which may be said more than once; @throws SERVICE_BUSY to who has waited for too long */
  async enter(weight: number): Promise<() => void> {
    if (this.waiting.length === 0 && this.hasRoom(weight)) this.held += weight;
    else await this.turn(weight);
    let inside = true;
    return () => {
      if (!inside) return;
      inside = false;
      this.held -= weight;
      this.letIn();
    };
  }

  private hasRoom(weight: number): boolean {
    return this.held === 0 || this.held + weight <= this.most;
  }

  private turn(weight: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(one), 1);
        reject(ServiceBusy({ retryAfterSeconds: RETRY_AFTER_SECONDS }));
        // who stood behind may need less
        this.letIn();
      }, this.waitMs);
      const begin = () => {
        clearTimeout(late);
        resolve();
      };
      const one = { weight, begin };
      this.waiting.push(one);
    });
  }

  private letIn(): void {
    for (let [next] = this.waiting; next && this.hasRoom(next.weight); [next] = this.waiting) {
      this.waiting.shift();
      this.held += next.weight;
      next.begin();
    }
  }
}
/** So long work goes on in one turn of the event loop; what can wait after that has the next one. */
const LONGEST_TURN_MS = 20;

let began: number | undefined;

/**
 * Between two pieces of work, of whichever request: where this turn of the event loop has lasted long, others have theirs first.
 * The turn is everybody's, so many dear answers at once keep nobody waiting for longer than one.
 */
export async function breathe(): Promise<void> {
  while (isLong()) await new Promise<void>((resume) => setImmediate(resume));
}

function isLong(): boolean {
  const now = performance.now();
  if (began !== undefined) return now - began > LONGEST_TURN_MS;
  began = now;
  setImmediate(() => (began = undefined));
  return false;
}
