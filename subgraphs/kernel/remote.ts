import type { ExecutionResult } from 'graphql';
import { Pool } from 'undici';
import { CALLER_HEADER, signCall, type Call } from './caller';
import { SubgraphUnavailable } from './catalogue';
import type { Log } from './log';

export type Answer = Pick<ExecutionResult, 'data' | 'errors'>;

/** What a subgraph is asked over HTTP. */
export interface Question {
  query?: string;
  operationName?: string;
  variables?: Record<string, unknown>;
}

const CONNECTIONS = 32;
/** So many failures in a row, and the subgraph is left alone for a moment instead of being waited for each time. */
const FAILURES_TO_OPEN = 3;
const REST_MS = 1_000;

/** A subgraph behind HTTP, as the gateway and other subgraphs reach it. What fails says nothing of addresses. */
export class RemoteSubgraph {
  /** Its connections, for what it serves besides GraphQL. */
  readonly pool: Pool;
  private readonly path: string;
  private failures = 0;
  private restUntil = 0;

  constructor(
    private readonly name: string,
    url: string,
    private readonly key: Uint8Array,
    private readonly timeoutMs: number,
    private readonly log: Log,
  ) {
    const { origin, pathname } = new URL(url);
    this.path = pathname;
    this.pool = new Pool(origin, {
      connections: CONNECTIONS,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      connectTimeout: timeoutMs,
    });
  }

  /** @throws SUBGRAPH_UNAVAILABLE, at once while it rests after failures */
  async ask({ query, variables, operationName }: Question, call: Call): Promise<Answer> {
    if (Date.now() < this.restUntil) throw SubgraphUnavailable({ subgraph: this.name });
    try {
      const answer = await this.post(JSON.stringify({ query, variables, operationName }), call);
      this.failures = 0;
      return answer;
    } catch (error) {
      if (++this.failures >= FAILURES_TO_OPEN) this.restUntil = Date.now() + REST_MS;
      throw this.unavailable(call, error);
    }
  }

  /** Who asks, signed for one request, and the id of the request, which a subgraph that refuses it logs, too. */
  async signed(call: Call, body: string): Promise<Record<string, string>> {
    return { [CALLER_HEADER]: await signCall(call, body, this.key), 'x-request-id': call.requestId };
  }

  /** What a caller learns of a failure; its cause is for the log. */
  unavailable({ requestId }: Call, cause: unknown) {
    this.log.warn({ subgraph: this.name, requestId, err: cause }, 'a subgraph does not answer');
    return SubgraphUnavailable({ subgraph: this.name });
  }

  close(): Promise<void> {
    return this.pool.close();
  }

  private async post(body: string, call: Call): Promise<Answer> {
    const headers = { 'content-type': 'application/json', ...(await this.signed(call, body)) };
    const signal = AbortSignal.timeout(this.timeoutMs);
    const response = await this.pool.request({ path: this.path, method: 'POST', headers, body, signal });
    const answer = await response.body.json();
    if (
      response.statusCode >= 500 ||
      typeof answer !== 'object' ||
      answer === null ||
      !('data' in answer || 'errors' in answer)
    ) {
      throw new Error(`it answered ${response.statusCode} without a GraphQL answer`);
    }
    return answer as Answer;
  }
}
