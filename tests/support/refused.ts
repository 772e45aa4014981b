import { read } from './sources';

const documented = read('docs/errors.md');

interface Refused {
  status: number;
  code: string;
}

/** That an answer refuses in the form of the catalogue, in both languages, under an id, and tells nothing of the server. */
export function expectRefused(
  answer: { status: number; text: string; headers: Headers | Record<string, string> },
  { status, code }: Refused,
): void {
  const header = new Headers(answer.headers);
  expect({ status: answer.status, text: answer.text }).toEqual({
    status,
    text: expect.stringContaining(code),
  });
  const { errors, ...rest } = JSON.parse(answer.text);
  expect(rest).toEqual({});
  expect(errors).toHaveLength(1);
  const [{ message, extensions }] = errors;
  expect(extensions).toMatchObject({
    code,
    zh: expect.stringMatching(/\p{Script=Han}/u),
    en: expect.stringMatching(/^\P{Script=Han}+$/u),
  });
  expect(message).toBe(`${extensions.en} ${extensions.zh}`);
  expect(documented).toContain(`| \`${code}\` |`);
  expect(header.get('content-type')).toMatch(/^application\/(graphql-response\+)?json; charset=utf-8$/);
  expect(header.get('x-request-id')).toMatch(/^[\da-f-]{32,36}$/);
  expect(answer.text).not.toMatch(/node_modules|"stack|FST_ERR|statusCode|127\.0\.0\.1/);
}
