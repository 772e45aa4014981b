import { QueryFailedError } from 'typeorm';
import { createLog, logOfLibrary } from '../../subgraphs/kernel';

const NAME = '张三丰';
const PHONE = '13800138000';
const TOKEN = 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl';

let written = '';
beforeEach(() => (written = ''));
const log = createLog('trace', 'test', { write: (line) => (written += line) });

/** What really throws, with data in it. */
function thrownBy(act: () => unknown): Error {
  try {
    act();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

const ofDatabase = Object.assign(new Error(`invalid input syntax for type integer: "Zhang Sanfeng"`), {
  code: '22P02',
  table: 'person',
  detail: `Key (name)=(${NAME}) already exists.`,
  where: `PL/pgSQL function of ${PHONE}`,
});
const errors: [string, unknown][] = [
  ['of the database', new QueryFailedError(`SELECT '${NAME}'`, [PHONE, 'Zhang Sanfeng'], ofDatabase)],
  ['of JSON', thrownBy(() => JSON.parse(`{"name": Zhang Sanfeng ${PHONE}}`))],
  ['of a number', thrownBy(() => BigInt('Zhang Sanfeng'))],
  ['of an address', thrownBy(() => new URL(`http//Zhang Sanfeng:${PHONE}`))],
  ['with an object', new Error(`got { name: Zhang Sanfeng, phone: ${PHONE} } and [Zhang Sanfeng]`)],
  ['with words of its own', new Error(`nobody is called ${NAME}, no phone is ${PHONE}, no token ${TOKEN}`)],
  ['with a cause', new Error('it failed', { cause: new Error(`of '${NAME}'`, { cause: ofDatabase }) })],
  ['with lines', new Error(`'${NAME}'\n    at Zhang Sanfeng (${PHONE}:1:1)\n${NAME}`)],
  ['with more on it', Object.assign(new Error('it failed'), { record: { name: NAME }, url: PHONE })],
  ['that is none', `Zhang Sanfeng ${PHONE}`],
];

const DATA = new RegExp(`Zhang|Sanfeng|${NAME}|${PHONE}|eyJ`);

test.each(errors)('the log MUST NOT say what an error %s is about', (_, error) => {
  log.error({ err: error }, 'unexpected error');
  logOfLibrary(log).error(`Unexpected: ${error instanceof Error ? error : new Error(`"${String(error)}"`)}`);
  expect(written.split('\n').filter(Boolean)).toHaveLength(2);
  expect(written).not.toMatch(DATA);
});

test('the log MUST say what went wrong, and where', () => {
  log.error({ err: new Error('the pool is empty', { cause: ofDatabase }) }, 'unexpected error');
  expect(JSON.parse(written).err).toMatchObject({
    message: 'Error: the pool is empty',
    stack: expect.stringMatching(/^ {4}at .*log\.test\.ts/m),
    cause: { message: 'Error: invalid input syntax for type integer: …', code: '22P02', table: 'person' },
  });
});
