/** How a client asks. */
export interface Asked {
  token?: string | null;
  purpose?: string | null;
  variables?: Record<string, unknown>;
  operationName?: string;
  headers?: Record<string, string>;
}

export interface AnswerError {
  message: string;
  path?: (string | number)[];
  extensions: { code: string; zh: string; en: string; field?: string; got?: unknown } & Record<
    string,
    unknown
  >;
}

/** An answer with all that it came with. */
export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of any shape
  data: any;
  errors?: AnswerError[];
}

/** Asks the gateway by HTTP, as a client does. */
export async function postTo(address: string, query: string, asked: Asked = {}): Promise<Reply> {
  const { variables, operationName } = asked;
  return sendTo(`${address}/graphql`, JSON.stringify({ query, variables, operationName }), asked);
}

/** Sends a body as it is. */
export async function sendTo(
  url: string,
  body: string | null,
  { token, purpose, headers = {} }: Asked = {},
): Promise<Reply> {
  const response = await fetch(url, {
    method: body === null ? 'GET' : 'POST',
    body,
    headers: {
      ...(body !== null && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...(purpose && { 'x-access-purpose': encodeURIComponent(purpose) }),
      ...headers,
    },
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, ...answerIn(text) };
}

function answerIn(text: string): Pick<Reply, 'data' | 'errors'> {
  try {
    const { data, errors } = JSON.parse(text) as Partial<Reply>;
    return { data, ...(errors && { errors }) };
  } catch {
    return { data: undefined };
  }
}
