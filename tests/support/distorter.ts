import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { parse } from 'graphql';
import { verifyCall, type PairOf, type Subgraph } from '../../subgraphs/kernel';

/** What is sent instead of an answer; its parts are those of the true one where they are left out. */
export interface Distorted {
  status?: number;
  type?: string;
  body?: string | Buffer;
  /** By the signature of the request, as one of ours marks it. */
  mark?: (signature: string, body: string) => string;
  /** Not all of what was promised comes. */
  breaksOff?: boolean;
}
export type Distort = (answer: string) => Distorted;

/** A server of HTTP that answers what a subgraph of this process does, and then whatever it is told to. */
export class Distorter {
  distort: Distort = () => ({});
  asked = 0;
  private readonly server = createServer((request, response) => {
    if (request.url === '/health/live') return response.end('{}');
    this.asked++;
    return void text(request).then((body) =>
      this.answer(body, String(request.headers['x-onematter-caller']), response),
    );
  });

  constructor(
    private readonly subgraph: Subgraph,
    private readonly pairOf: PairOf,
  ) {}

  async listen(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/graphql`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await once(this.server.close(), 'close');
  }

  private async answer(asked: string, signature: string, response: ServerResponse): Promise<void> {
    const { query, variables } = JSON.parse(asked) as { query: string; variables: Record<string, unknown> };
    const { call } = verifyCall(signature, asked, 'equipment', this.pairOf);
    const truth = await this.subgraph.execute(
      { document: parse(query), variables },
      this.subgraph.open(call),
    );
    const told = JSON.stringify(truth);
    const { status = 200, type = 'application/json', body = told, mark, breaksOff } = this.distort(told);
    response.writeHead(status, {
      'content-type': type,
      ...(mark && { 'x-onematter-answer': mark(signature, String(body)) }),
      ...(breaksOff && { 'content-length': Buffer.byteLength(body) + 100 }),
    });
    if (!breaksOff) return void response.end(body);
    response.write(body, () => response.destroy());
  }
}
