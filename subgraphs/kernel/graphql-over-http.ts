import { createHash } from 'node:crypto';
import { HeaderMap, type ApolloServer, type BaseContext } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Words } from './errors';
import { answerType, badRequest } from './refusal';
import { jsonIn } from './request-body';

/** What a request of GraphQL over HTTP holds; what is empty is left out. */
type Parameters = Partial<Record<(typeof NAMES)[number], unknown>>;

const NAMES = ['query', 'operationName', 'variables', 'extensions'] as const;
const OBJECTS = ['variables', 'extensions'];

const words = (zh: string, en: string): Words => ({ zh, en });
const NO_OBJECT = words('请求体应为一个 JSON 对象', 'the body must be one JSON object');
const NO_QUERY = words('缺少 query', 'the query is missing');
const NOT_ACCEPTED = words(
  '请求头 Accept 应包括 application/json 或 application/graphql-response+json',
  'Accept must allow application/json or application/graphql-response+json',
);

/** Answers a request by Apollo Server, which is handed what is asked in one form, whatever form it came in. */
export function answerGraphQL<Context extends BaseContext>(
  apollo: ApolloServer<Context>,
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Context,
) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    if (answerType(request.headers.accept) === null) throw badRequest(NOT_ACCEPTED, 406);
    const { headers, body, status } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: request.method, headers: headersOf(request), ...askedIn(request) },
      context: async () => contextOf(request, reply),
    });
    if (body.kind !== 'complete') throw new Error('an answer comes in parts, which nobody has asked for');
    return reply
      .code(status ?? 200)
      .headers(Object.fromEntries(headers))
      .send(body.string);
  };
}

function headersOf({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) map.set(name, String(value));
  return map;
}

function askedIn({ method, body, url }: FastifyRequest): { body: unknown; search: string } {
  if (method === 'POST') return { body: parametersIn(body), search: '' };
  const [, ...search] = url.split('?');
  const asked = Object.entries(parametersOf(new URLSearchParams(search.join('?'))));
  const texts = asked.map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return { body: undefined, search: `?${new URLSearchParams(texts).toString()}` };
}

function parametersIn(body: unknown): Parameters {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw badRequest(NO_OBJECT);
  return checked(body as Record<string, unknown>);
}

function parametersOf(search: URLSearchParams): Parameters {
  const twice = NAMES.find((name) => search.getAll(name).length > 1);
  if (twice)
    throw badRequest(words(`参数 ${twice} 出现不止一次`, `there is more than one parameter ${twice}`));
  const read = (name: string, text: string) =>
    OBJECTS.includes(name) && text !== '' ? jsonIn(text, words(name, name)) : text;
  return checked(Object.fromEntries([...search].map(([name, text]) => [name, read(name, text)])));
}

function checked(said: Record<string, unknown>): Parameters {
  const asked = Object.fromEntries(
    NAMES.filter((name) => said[name] !== undefined && said[name] !== null && said[name] !== '').map(
      (name) => [name, said[name]],
    ),
  );
  for (const [name, value] of Object.entries(asked)) {
    const object = OBJECTS.includes(name);
    if (object && (typeof value !== 'object' || Array.isArray(value)))
      throw badRequest(words(`${name} 应为一个 JSON 对象`, `${name} must be one JSON object`));
    if (!object && typeof value !== 'string')
      throw badRequest(words(`${name} 应为文本`, `${name} must be a text`));
  }
  if (!('query' in asked) && !('extensions' in asked)) throw badRequest(NO_QUERY);
  checkHash(asked);
  return asked;
}

const HASH = /^[0-9a-f]{64}$/;
const NO_HASH = words(
  'extensions.persistedQuery 应为 { version: 1, sha256Hash }，散列值为查询文本的 SHA-256（64 位小写十六进制）',
  'extensions.persistedQuery must be { version: 1, sha256Hash }, with the SHA-256 of the text in 64 small hexadecimal digits',
);
const OTHER_HASH = words(
  'sha256Hash 不是所附查询文本的散列值',
  'sha256Hash is not that of the text that is sent',
);

/** A text that is asked for by its hash (automatic persisted queries), or told with it. */
function checkHash({ query, extensions }: Parameters): void {
  const { persistedQuery } = (extensions ?? {}) as { persistedQuery?: unknown };
  if (persistedQuery === undefined || persistedQuery === null) return;
  const { version, sha256Hash: hash } = persistedQuery as Record<string, unknown>;
  if (version !== 1 || typeof hash !== 'string' || !HASH.test(hash)) throw badRequest(NO_HASH);
  if (typeof query === 'string' && createHash('sha256').update(query).digest('hex') !== hash)
    throw badRequest(OTHER_HASH);
}
