import { once } from 'node:events';
import { renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createIdentify, developmentToken, usesDevelopmentKey } from '../../gateway/identity';
import { CatalogueError } from '../../subgraphs/kernel';
import { figure } from '../support/figure';
import { testFolder } from '../support/folder';
import { refusalFrom } from '../support/refusal';
import { AUDIENCE, ISSUER, makeKeys, publish, token, type Keys } from '../support/tokens';

const folder = testFolder();
const DEVELOPMENT = {
  jwksUrl: null,
  jwksFile: null,
  revokedFile: null,
  tokenIssuer: ISSUER,
  tokenAudience: AUDIENCE,
  dataDir: folder,
  production: false,
};

describe('keys', () => {
  test.each(['RS256', 'ES256', 'EdDSA'])('%s MUST be taken', async (alg) => {
    const keys = await makeKeys(alg, alg);
    const identify = createIdentify({
      ...DEVELOPMENT,
      jwksFile: await publish(join(folder, `${alg}.json`), keys),
    });
    expect((await identify(`Bearer ${await token(keys)}`)).subject).toBe('officer-7');
  });

  test.each(['RS512', 'ES384', 'PS256'])('%s MUST be refused, though its key is published', async (alg) => {
    const keys = await makeKeys(alg, alg);
    const identify = createIdentify({
      ...DEVELOPMENT,
      jwksFile: await publish(join(folder, `${alg}.json`), keys),
    });
    expect((await refusalFrom(identify(`Bearer ${await token(keys)}`))).code).toBe('TOKEN_INVALID');
  });

  test('while keys change, the old and the new one MUST be taken', async () => {
    const [old, fresh] = [await makeKeys('ES256', 'old'), await makeKeys('ES256', 'fresh')];
    const identify = createIdentify({
      ...DEVELOPMENT,
      jwksFile: await publish(join(folder, 'both.json'), old, fresh),
    });
    for (const keys of [old, fresh])
      expect((await identify(`Bearer ${await token(keys)}`)).subject).toBe('officer-7');
  });

  test('a key that is added to the file MUST be taken without a restart, and one that is removed refused within 5 s', async () => {
    const [old, fresh] = [await makeKeys('ES256', 'old'), await makeKeys('ES256', 'fresh')];
    const identify = createIdentify({
      ...DEVELOPMENT,
      jwksFile: await publish(join(folder, 'rotating.json'), old),
    });
    await identify(`Bearer ${await token(old)}`);
    await publish(join(folder, 'rotating.json'), fresh);
    const removed = performance.now();
    const still = await token(old);
    while (
      await identify(`Bearer ${still}`).then(
        () => true,
        () => false,
      )
    )
      await new Promise((resolve) => setTimeout(resolve, 20));
    const took = performance.now() - removed;
    figure('refused after its key was withdrawn', took);
    expect(took).toBeLessThan(5_000);
    expect((await identify(`Bearer ${await token(fresh)}`)).subject).toBe('officer-7');
    expect((await refusalFrom(identify(`Bearer ${await token(old)}`))).code).toBe('TOKEN_INVALID');
  });

  test('an identity provider that does not answer MUST NOT make good tokens invalid, nor its address be told', async () => {
    const server = createServer((_, response) => response.writeHead(500).end()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    try {
      const keys = await makeKeys('ES256', 'any');
      const identify = createIdentify({ ...DEVELOPMENT, jwksUrl: `http://127.0.0.1:${port}/jwks` });
      const thrown: unknown = await identify(`Bearer ${await token(keys)}`).catch((error: unknown) => error);
      expect(thrown).not.toMatchObject({ extensions: { code: 'TOKEN_INVALID' } });
      expect(String(thrown)).not.toContain(String(port));
    } finally {
      server.close();
    }
  });

  test('a JWKS_FILE that is not there, or holds no keys, MUST be refused at start by the setting’s name', () => {
    writeFileSync(join(folder, 'empty.json'), '{}');
    for (const file of ['none.json', 'empty.json']) {
      expect(() => createIdentify({ ...DEVELOPMENT, jwksFile: join(folder, file) })).toThrow(/JWKS_FILE/);
    }
  });
});

describe('what is revoked', () => {
  const file = join(folder, 'revoked.json');
  const revoke = (lists: object) => {
    writeFileSync(`${file}.new`, JSON.stringify(lists));
    renameSync(`${file}.new`, file);
  };
  const tokenOf = (keys: Keys, subject: string, client: string, id: string) =>
    token(keys, { subject, claims: { client_id: client, jti: id } });

  test('a client, whoever acts, a token, and pairs of them MUST be refused at once, and nobody else', async () => {
    const keys = await makeKeys('ES256', 'revoking');
    const jwksFile = await publish(join(folder, 'revoking.json'), keys);
    revoke({});
    const told: string[] = [];
    const identify = createIdentify({ ...DEVELOPMENT, jwksFile, revokedFile: file }, ({ message }) =>
      told.push(message),
    );
    const all: { name: string; header: string }[] = [];
    for (const subject of ['a', 'b'])
      for (const client of ['x', 'y'])
        for (const id of ['1', '2'])
          all.push({
            name: `${subject}${client}${id}`,
            header: `Bearer ${await tokenOf(keys, subject, client, id)}`,
          });
    const refused = async () => {
      const found: string[] = [];
      for (const { name, header } of all) {
        const answer: unknown = await identify(header).catch((error: unknown) => error);
        if (answer instanceof CatalogueError) found.push(name);
      }
      return found;
    };
    // believed from now on, had nothing been revoked
    expect(await refused()).toEqual([]);
    revoke({ subjects: ['a'] });
    expect(await refused()).toEqual(['ax1', 'ax2', 'ay1', 'ay2']);
    const [header = ''] = all.map((each) => each.header);
    const answered = Array.from({ length: 1_000 }, () =>
      identify(header).then(
        () => 1,
        () => 0,
      ),
    );
    const stale = (await Promise.all(answered)).reduce<number>((some, one) => some + one, 0);
    figure('of 1,000 requests answered after their token was revoked', stale);
    expect(stale).toBe(0);
    revoke({ clients: ['x'] });
    expect(await refused()).toEqual(['ax1', 'ax2', 'bx1', 'bx2']);
    revoke({ tokens: ['2'], subjects: ['b'] });
    expect(await refused()).toEqual(['ax2', 'ay2', 'bx1', 'bx2', 'by1', 'by2']);
    // half-written: what was read last counts
    writeFileSync(file, '{ "subjects": [');
    expect(await refused()).toHaveLength(6);
    expect(await refused()).toHaveLength(6);
    expect(told).toEqual([expect.stringMatching(/JSON/)]);
    revoke({ subjects: ['nobody'], clients: ['none'], tokens: [] });
    expect(await refused()).toEqual([]);
  });

  test.each([['none.json'], ['[]'], ['{"subject":["a"]}'], ['{"subjects":"a"}'], ['{"tokens":[""]}']])(
    'a file that is %s MUST be refused at start by the setting’s name',
    (text) => {
      const path = join(folder, text === 'none.json' ? text : 'wrong.json');
      if (text !== 'none.json') writeFileSync(path, text);
      expect(() => createIdentify({ ...DEVELOPMENT, revokedFile: path })).toThrow(/REVOKED_FILE/);
    },
  );
});

describe('development tokens', () => {
  const claims = {
    subject: 'developer',
    department: 'FIRE_RESCUE',
    region: '430682',
    scope: 'write:hazards',
  } as const;

  test('they MUST be good where the development key is in use', async () => {
    const identify = createIdentify(DEVELOPMENT);
    expect(await identify(`Bearer ${await developmentToken(DEVELOPMENT, claims)}`)).toMatchObject({
      subject: 'developer',
      departmentCode: '430682-FIRE_RESCUE',
      scopes: ['write:hazards'],
    });
  });

  test.each([
    [{ jwksUrl: 'https://id.example/jwks' }],
    [{ jwksFile: '/etc/jwks.json' }],
    [{ production: true }],
  ])('with %j they MUST NOT be made', async (settings) => {
    expect(usesDevelopmentKey({ ...DEVELOPMENT, ...settings })).toBe(false);
    await expect(developmentToken({ ...DEVELOPMENT, ...settings }, claims)).rejects.toThrow(
      'Development tokens need',
    );
  });

  test('they MUST be worth nothing where agencies’ keys are in use', async () => {
    const identify = createIdentify({
      ...DEVELOPMENT,
      jwksFile: await publish(join(folder, 'agencies.json'), await makeKeys('ES256', 'agency')),
    });
    expect((await refusalFrom(identify(`Bearer ${await developmentToken(DEVELOPMENT, claims)}`))).code).toBe(
      'TOKEN_INVALID',
    );
  });
});
