import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const SNAPSHOT = '/feeds/dishonesty.ndjson';

export interface Passed {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** What a mirror makes of an answer; of what is `held` it sends half, and then nothing more. */
export type Change = (path: string, answer: Passed) => Passed | 'held';
export const faithful: Change = (_, answer) => answer;

/** Passes on what the feed says, faithfully or not. */
export class Mirror {
  change: Change = faithful;
  private readonly server = createServer(
    (request, response) => void this.answer(request, response).catch(() => response.destroy()),
  );

  /** @param from whose answers it passes on */
  constructor(public from: string) {}

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async start(): Promise<this> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return this;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await request.toArray();
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const passed = await fetch(this.from + request.url!, {
      method: request.method!,
      signal: gone.signal,
      headers: { connection: 'close', 'accept-encoding': 'identity', 'content-type': 'application/json' },
      ...(request.method === 'POST' && { body: Buffer.concat(asked as Buffer[]) }),
    });
    const told = [...passed.headers].filter(
      ([name]) => name.startsWith('x-feed-') || ['content-type', 'retry-after'].includes(name),
    );
    const answer = { status: passed.status, headers: Object.fromEntries(told), body: await passed.text() };
    const made = this.change(request.url!, answer);
    const { status, headers, body } = made === 'held' ? answer : made;
    // a client may be just about to use a connection that is closed for its silence
    response.writeHead(status, {
      ...headers,
      connection: 'close',
      'content-length': Buffer.byteLength(body),
    });
    if (made === 'held') response.write(body.slice(0, body.length / 2));
    else response.end(body);
  }
}
