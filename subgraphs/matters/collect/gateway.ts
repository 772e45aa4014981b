import { setTimeout as sleep } from 'node:timers/promises';

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: readonly { message: string; extensions?: { code?: string; retryAfterSeconds?: number } }[];
}

/** The gateway said something that no repetition mends; one line says it all. */
export class GatewayRefused extends Error {}

const TRIES = 5;
const TIMEOUT_MS = 30_000;
/** What passes by itself. */
const PASSING = new Set(['RATE_LIMITED', 'DATABASE_BUSY']);

/** Asks the gateway as any client does; waits where it asks to be left alone for a while. */
export class Gateway {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** What it answers; a part that a department could not answer is null. */
  async ask(query: string, variables: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    for (let left = TRIES - 1; ; left--) {
      const { data, errors = [] } = await this.post(query, variables);
      const busy = errors.find(({ extensions }) => PASSING.has(extensions?.code ?? ''));
      if (busy && left > 0) {
        await sleep(1000 * (busy.extensions?.retryAfterSeconds ?? 1));
        continue;
      }
      const refused = data ? undefined : errors[0];
      if (refused || !data) throw new GatewayRefused(refused?.message ?? 'The gateway has answered nothing.');
      return data;
    }
  }

  private async post(query: string, variables: Record<string, unknown>): Promise<Answer> {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return (await response.json()) as Answer;
  }
}
