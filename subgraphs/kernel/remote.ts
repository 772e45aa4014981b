import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import { Pool } from 'undici';
import { Breaker, aboutOf } from './breaker';
import type { Call } from './caller';
import { SubgraphFailed, SubgraphUnavailable } from './catalogue';
import { HEADS_PATH, type SignedHead } from './journal-heads';
import type { AskedJournal, News } from './following';
import { RECORDS_PATH, type AskedRecords, type FoundRecords } from './journal-records';
import type { Log } from './log';
import type { Pair } from './pair';
import { Shares } from './shares';
import { ANSWER_HEADER, CALLER_HEADER, isMarked, signCall } from './signature';

export interface Answer {
  data?: ExecutionResult['data'];
  errors?: readonly Partial<GraphQLFormattedError>[];
}
/** An answer by HTTP, which may be from anybody. */
export interface RemoteAnswer extends Answer {
  /** Whether it is marked as the answer of a subgraph of ours to this very request: only then its errors are believed. */
  believed: boolean;
}

/** What a subgraph is asked over HTTP. */
export interface Question {
  query?: string;
  operationName?: string;
  variables?: Record<string, unknown>;
}

const CONNECTIONS = 32;
/** So many of them may be busy with one and the same kind of question. */
const OF_ONE_KIND = 24;
const LONGEST_PROBE_MS = 1_000;
const LARGEST_ANSWER = 16 * 1024 * 1024;
const JSON_TYPE = /^application\/(graphql-response\+)?json\b/i;

/** What came is no answer. */
class Rubbish extends Error {}

/** A subgraph behind HTTP, as the gateway and other subgraphs reach it. What fails says nothing of addresses. */
export class RemoteSubgraph {
  /** Its connections, for what it serves besides GraphQL. */
  readonly pool: Pool;
  private readonly path: string;
  private readonly breaker = new Breaker(() => this.lives());
  private readonly shares: Shares;

  constructor(
    url: string,
    private readonly pair: Pair,
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
    this.shares = new Shares(OF_ONE_KIND, timeoutMs, () => new Error('too many ask the same'));
  }

  /**
   * @param signal when whoever asked has gone: the subgraph is told by the end of the connection
   * @throws SUBGRAPH_UNAVAILABLE, at once while it is known to fail; SUBGRAPH_FAILED where what it answers is no answer
   */
  async ask(question: Question, call: Call, signal?: AbortSignal): Promise<RemoteAnswer> {
    const about = aboutOf(question.query ?? '');
    const post = () => this.shares.run(about, () => this.post(question, call, signal));
    const refuse = () => SubgraphUnavailable({ subgraph: this.pair.other });
    const began = Date.now();
    // whoever has waited for long has gone because nothing came
    const isGivenUp = () => signal?.aborted === true && Date.now() - began < this.timeoutMs / 2;
    return this.breaker.run(about, post, { refuse, isGivenUp }).catch((error: unknown) => {
      signal?.throwIfAborted();
      throw this.unavailable(call, error);
    });
  }

  /** What has happened there, by a question that waits for it. */
  async follow(asked: AskedJournal, call: Call, signal?: AbortSignal): Promise<News> {
    const waitMs = this.timeoutMs + asked.waitMs;
    const news = (await this.journal('/journal', asked, call, waitMs, signal)) as News;
    if (!Array.isArray(news.happened)) throw this.unavailable(call, new Rubbish('it tells no news'));
    return news;
  }

  /** Entries of its journal, for an auditor. Whoever asks must still be in time itself. */
  async records(asked: AskedRecords, call: Call, signal?: AbortSignal): Promise<FoundRecords> {
    const ask = async () => {
      const answer = await this.journal(RECORDS_PATH, asked, call, this.timeoutMs / 2, signal);
      const found = answer as FoundRecords;
      if (!Array.isArray(found.records)) throw this.unavailable(call, new Rubbish('it tells no records'));
      return found;
    };
    const refuse = () => SubgraphUnavailable({ subgraph: this.pair.other });
    return this.breaker.run(RECORDS_PATH, ask, { refuse, isGivenUp: () => signal?.aborted === true });
  }

  private async journal(path: string, asked: object, call: Call, waitMs: number, given?: AbortSignal) {
    const late = AbortSignal.timeout(waitMs);
    const signal = given ? AbortSignal.any([given, late]) : late;
    try {
      const { text, believed } = await this.send(path, JSON.stringify(asked), call, signal);
      if (!believed) throw new Rubbish('nobody has signed what it says');
      return objectIn(text);
    } catch (error) {
      given?.throwIfAborted();
      throw this.unavailable(call, error);
    }
  }

  /** Who asks, signed for one request, and the id of the request, which a subgraph that refuses it logs, too. */
  signed(call: Call, body: string): Record<typeof CALLER_HEADER | 'x-request-id', string> {
    return { [CALLER_HEADER]: signCall(call, body, this.pair), 'x-request-id': call.requestId };
  }

  /** Gives it the head of one's own journal, to keep. */
  readonly keepHead = async (head: SignedHead, call: Call): Promise<void> => {
    const body = JSON.stringify(head);
    const headers = { 'content-type': 'application/json', ...this.signed(call, body) };
    const signal = AbortSignal.timeout(this.timeoutMs);
    const answer = await this.pool.request({ path: HEADS_PATH, method: 'POST', headers, body, signal });
    await answer.body.dump();
    if (answer.statusCode !== 204) throw new Error(`${this.pair.other} answered ${answer.statusCode}`);
  };

  /** What a caller learns of a failure; its cause is for the log. */
  unavailable({ requestId }: Call, cause: unknown) {
    this.log.warn({ subgraph: this.pair.other, requestId, err: cause }, 'a subgraph does not answer');
    return cause instanceof Rubbish
      ? SubgraphFailed({ subgraph: this.pair.other })
      : SubgraphUnavailable({ subgraph: this.pair.other });
  }

  close(): Promise<void> {
    this.breaker.close();
    return this.pool.close();
  }

  private lives(): Promise<boolean> {
    const signal = AbortSignal.timeout(LONGEST_PROBE_MS);
    return this.pool.request({ path: '/health/live', method: 'GET', signal }).then(
      ({ body }) => body.dump().then(() => true),
      () => false,
    );
  }

  private async post(question: Question, call: Call, given?: AbortSignal): Promise<RemoteAnswer> {
    const { query, variables, operationName } = question;
    const body = JSON.stringify({ query, variables, operationName });
    const late = AbortSignal.timeout(this.timeoutMs);
    const signal = given ? AbortSignal.any([given, late]) : late;
    const { text, believed } = await this.send(this.path, body, call, signal);
    return { ...answerIn(text), believed };
  }

  private async send(path: string, body: string, call: Call, signal: AbortSignal) {
    const signed = this.signed(call, body);
    const headers = { 'content-type': 'application/json', ...signed };
    const response = await this.pool.request({ path, method: 'POST', headers, body, signal });
    const text = await textOf(response.body);
    const { statusCode: status } = response;
    const believed = isMarked(response.headers[ANSWER_HEADER], signed[CALLER_HEADER], text, this.pair);
    if (status >= 500 || (status !== 200 && !believed)) throw new Rubbish(`it answered ${status}`);
    if (!JSON_TYPE.test(String(response.headers['content-type'])))
      throw new Rubbish('it answered another type than JSON');
    return { text, believed };
  }
}

async function textOf(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > LARGEST_ANSWER) throw new Rubbish(`it answered more than ${LARGEST_ANSWER} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size).toString();
}

/** An answer of GraphQL has data, or errors that say why not. */
function answerIn(text: string): Answer {
  const { data, errors } = objectIn(text) as { data?: unknown; errors?: unknown };
  const told = Array.isArray(errors) ? errors.map((each: unknown) => (isObject(each) ? each : {})) : [];
  if (errors !== undefined && told.length === 0) throw new Rubbish('it answered errors that are none');
  if (isObject(data)) return { data, ...(told.length > 0 && { errors: told }) };
  if ((data ?? null) !== null || told.length === 0) throw new Rubbish('it answered neither data nor errors');
  return { data: null, errors: told };
}

function objectIn(text: string): object {
  try {
    const answer: unknown = JSON.parse(text);
    if (isObject(answer)) return answer;
  } catch {
    // as told below
  }
  throw new Rubbish('it answered no JSON object');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
