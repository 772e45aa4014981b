import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLog, serveSubgraph, type Subgraph } from '../../subgraphs/kernel';
import { startPlatform, type LogLine, type Platform } from '../support/platform';
import { requestOf, sendRaw } from '../support/raw-http';
import {
  FORBIDDEN,
  FOUND,
  ID_NUMBER,
  JSON_TYPE,
  NAME,
  PHONE,
  REQUESTS,
  SUBMITTED,
  get,
  post,
} from './telling-requests';

const FIELDS = ['level', 'time', 'name', 'msg', 'requestId', 'method', 'path', 'status', 'bytes', 'ms'];
const OF_CALLER = ['caller', 'client', 'department', 'departmentCode', 'refused', 'aborted'];

describe.each(['local', 'served'] as const)('the access log, subgraphs %s', (mode) => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform(mode, { LOG_LEVEL: 'trace' });
  });
  afterAll(async () => {
    await platform?.stop();
  });

  const lines = () => platform.logged().filter(({ msg }) => msg === 'request');
  /** A line is written once the answer has gone, and comes from another process. */
  async function linesOf(requestId: string, count = 1, fits = (_: LogLine) => true): Promise<LogLine[]> {
    for (let tries = 0; tries < 200; tries++, await sleep(20)) {
      const found = lines().filter((line) => line.requestId === requestId && fits(line));
      if (found.length >= count) return found;
    }
    throw new Error(`there is no line of ${requestId}`);
  }
  const ofGateway = ({ name }: LogLine) => name === 'gateway';

  test.each(REQUESTS)('a request %s MUST have one line under its id', async (_, bytes, wanted) => {
    const { status, headers } = await sendRaw(platform.address, bytes);
    const [line, ...more] = await linesOf(headers['x-request-id'] ?? '', 1, ofGateway);
    expect(more).toEqual([]);
    expect({ status, ...line }).toMatchObject(wanted);
    expect([...Object.keys(line ?? {})].filter((key) => ![...FIELDS, ...OF_CALLER].includes(key))).toEqual(
      [],
    );
    expect(line?.bytes).toBeGreaterThan(50);
    expect(line?.aborted ?? false).toBe(false);
  });

  test('what the gateway takes out before any fetch MUST be on record with its owner, for agencies only', async () => {
    const query = '{ enterprises { edges { node { contactPhone leaders: name } } } }';
    const token = await platform.token('FIRE_RESCUE', '430682');
    const [asked] = await Promise.all([platform.post(query, { token }), platform.post(query)]);
    const refused = await platform.sql<{ said: { subject: string; fields: string[]; requestId: string } }>(
      `SELECT record::jsonb AS said FROM registry.journal WHERE record::jsonb->>'outcome' = 'refused'`,
    );
    expect(refused).toMatchObject([
      {
        said: {
          subject: 'test-FIRE_RESCUE-430682',
          fields: ['Enterprise.contactPhone'],
          requestId: asked.headers.get('x-request-id'),
        },
      },
    ]);
  });

  test('the id that a client gives MUST stand in the answer and in the lines of gateway and subgraph', async () => {
    const id = 'aaaaaaaa-1111-4222-8333-bbbbbbbbbbbb';
    const { headers } = await platform.post('{ region(code: "430682") { name } }', {
      headers: { 'x-request-id': id },
    });
    expect(headers.get('x-request-id')).toBe(id);
    const found = await linesOf(id, mode === 'local' ? 1 : 2);
    expect(found.map(({ name, path, caller }) => [name, path, caller]).sort()).toEqual([
      ['gateway', '/graphql', 'PUBLIC'],
      ...(mode === 'local' ? [] : [['registry', '/graphql', 'PUBLIC']]),
    ]);
  });

  test('an agency MUST be told by its department, and its tokens apart without their subjects', async () => {
    const lineOf = async (subject: string, departmentCode: string) => {
      const claims = { subject, department: 'FIRE_RESCUE', region: '430682', scope: '' } as const;
      const token = await platform.tokenOf({ ...claims, departmentCode });
      const { headers } = await platform.post('{ __typename }', { token });
      const [line] = await linesOf(headers.get('x-request-id') ?? '');
      return line;
    };
    const mine = await lineOf(`${NAME}${ID_NUMBER}`, '430682-FIRE_RESCUE');
    expect(mine).toMatchObject({
      ...{ caller: 'AGENCY', department: 'FIRE_RESCUE', departmentCode: '430682-FIRE_RESCUE' },
      client: expect.any(String),
    });
    const again = await lineOf(`${NAME}${ID_NUMBER}`, '430600-FIRE_RESCUE');
    expect(again?.client).toBe(mine?.client);
    expect((await lineOf(PHONE, '430682-FIRE_RESCUE'))?.client).not.toBe(mine?.client);
    // what is no department is no caller, and is not written down
    const refused = await lineOf(`${NAME}${ID_NUMBER}`, PHONE);
    expect(refused).toMatchObject({ status: 401, caller: null });
    expect(JSON.stringify(refused)).not.toContain(PHONE);
  });

  test('a fault of ours MUST be found by the id of the answer, without the data that it was about', async () => {
    const token = await platform.token('MARKET_SUPERVISION', '430000', 'write:registry');
    const registered = await platform.post('mutation { registerSource(input: { name: "test" }) { name } }', {
      token,
    });
    expect(registered.errors).toBeUndefined();
    await platform.sql('ALTER TABLE registry.enterprise RENAME TO gone');
    const answers = await Promise.all(
      [FOUND, SUBMITTED].map((body) =>
        sendRaw(platform.address, post(body, `authorization: Bearer ${token}`)),
      ),
    );
    await platform.sql('ALTER TABLE registry.gone RENAME TO enterprise');
    for (const { text, headers } of answers) {
      const id = headers['x-request-id'] ?? '';
      const { errors } = JSON.parse(text);
      expect(errors[0].extensions).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', requestId: id });
      await linesOf(id, mode === 'local' ? 1 : 2);
      const faults = platform
        .logged()
        .filter(({ msg, requestId }) => msg === 'unexpected error' && requestId === id);
      expect(faults.length).toBeGreaterThan(0);
      for (const { name, err } of faults)
        expect({ name, err }).toMatchObject({
          name: mode === 'local' ? 'gateway' : 'registry',
          err: { code: '42P01' },
        });
    }
  });

  test.each([
    ['ends in the middle of it', (socket: Socket) => socket.end(), { status: 400, refused: 'BAD_REQUEST' }],
    ['is gone before its answer', (socket: Socket) => socket.resetAndDestroy(), { aborted: true }],
  ])('a request whose client %s MUST have a line, too', async (_, go, wanted) => {
    const { hostname, port } = new URL(platform.address);
    const socket = connect(Number(port), hostname).on('error', () => undefined);
    const id = randomUUID();
    const headers = [`x-request-id: ${id}`, 'host: x', JSON_TYPE, 'content-length: 1000'];
    socket.write(requestOf('POST /graphql HTTP/1.1', headers, `{"query": "${NAME}`));
    await sleep(100);
    go(socket);
    expect(await linesOf(id)).toMatchObject([{ path: '/graphql', caller: null, ...wanted }]);
  });

  test('requests of one connection MUST each have their own bytes', async () => {
    const ids = [1, 2, 3].map((at) => `aaaaaaaa-1111-4222-8333-00000000000${at}`);
    const asked = (id: string, at: number) =>
      `GET /health/live HTTP/1.1\r\nhost: x\r\nx-request-id: ${id}\r\nconnection: ${at < 2 ? 'keep-alive' : 'close'}\r\n\r\n`;
    await sendRaw(platform.address, ids.map(asked).join(''));
    const bytes = await Promise.all(ids.map(async (id) => Number((await linesOf(id))[0]?.bytes)));
    expect(Math.max(...bytes) - Math.min(...bytes)).toBeLessThan(100);
  });

  test.each([
    [true, ['request']],
    [false, []],
  ])('switched on: %s, the lines MUST be these: %j', async (accessLog, wanted) => {
    const written: string[] = [];
    const log = createLog('trace', 'registry', { write: (line) => void written.push(line) });
    const registry = platform.subgraphs.get('registry') as Subgraph;
    const app = await serveSubgraph(registry, { ...platform.config, accessLog }, log);
    await sendRaw(await app.listen({ port: 0, host: '127.0.0.1' }), get('/health/live'));
    await app.close();
    expect(written.map((line) => JSON.parse(line).msg)).toEqual(wanted);
  });

  // the last one: over all that the others have sent
  test('nothing in the logs MUST say who somebody is or what was asked', () => {
    const logged = platform.logged().map((line) => JSON.stringify(line));
    expect(logged.length).toBeGreaterThan(REQUESTS.length);
    expect(logged.filter((line) => FORBIDDEN.some((text) => line.includes(text)))).toEqual([]);
  });
});
