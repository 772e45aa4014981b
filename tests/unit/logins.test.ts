import { chmodSync } from 'node:fs';
import { migrate } from '../../migrations/run';
import { equipment } from '../../subgraphs/equipment';
import { registry } from '../../subgraphs/registry';
import { openEmbeddedPostgres, type EmbeddedPostgres } from '../../subgraphs/embedded-postgres';
import { query } from '../support/embedded-postgres';
import { testFolder } from '../support/folder';

let server: EmbeddedPostgres;
afterAll(() => server.close()); // before the folder goes
const folder = testFolder();
beforeAll(async () => {
  chmodSync(folder, 0o755); // PostgreSQL’s OS user has to enter it
  server = await openEmbeddedPostgres(folder);
});

const at = (database: string, login: string, password = login) => {
  const url = new URL(server.url);
  Object.assign(url, { username: login, password, pathname: `/${database}` });
  return url.href;
};
const asAdministrator = async (database: string, ...statements: string[]) => {
  const url = new URL(server.url);
  url.pathname = `/${database}`;
  for (const statement of statements) await query(url.href, statement);
};
const schemasIn = async (url: string) =>
  (await query(url, "SELECT nspname AS name FROM pg_namespace WHERE nspname !~ '^(pg_|information)'")).map(
    ({ name }) => name,
  );

describe('a login that migrates', () => {
  test('without a right it MUST be refused by all that it lacks, in both languages, before anything is made', async () => {
    await asAdministrator('postgres', 'CREATE DATABASE bare', "CREATE ROLE plain LOGIN PASSWORD 'plain'");
    const plain = at('bare', 'plain');
    await expect(migrate([registry], () => plain)).rejects.toMatchObject({
      extensions: {
        code: 'DATABASE_RIGHTS_MISSING',
        en: expect.stringMatching(/^The login plain lacks CREATEROLE, CREATE on the database, .*pg_trgm/),
        zh: expect.stringMatching(/^登录名 plain 缺少权限：创建角色/),
      },
    });
    expect(await schemasIn(plain)).toEqual(['public']);
    await asAdministrator('bare', 'GRANT CREATE ON DATABASE bare TO plain');
    await expect(migrate([registry], () => plain)).rejects.toThrow('The login plain lacks CREATEROLE;');
    expect(await schemasIn(plain)).toEqual(['public']);
  });

  test('with CREATEROLE and its own database it MUST need nothing else, and may lose it once all is there', async () => {
    await asAdministrator(
      'postgres',
      "CREATE ROLE owner LOGIN CREATEROLE PASSWORD 'owner'",
      'CREATE DATABASE owned OWNER owner',
    );
    const owner = at('owned', 'owner');
    const said: string[] = [];
    await migrate(
      [registry, equipment],
      () => owner,
      (line) => said.push(line),
    );
    expect(said.map((line) => line.split(':')[0])).toEqual(['registry', 'equipment']);
    await asAdministrator('postgres', 'ALTER ROLE owner NOCREATEROLE');
    await migrate(
      [registry, equipment],
      () => owner,
      (line) => said.push(line),
    );
    expect(said).toHaveLength(2);
  });

  test('another login MUST be refused what is not its own', async () => {
    await asAdministrator(
      'owned',
      'DELETE FROM registry.migration',
      'GRANT SELECT ON registry.migration TO plain',
    );
    await expect(migrate([registry], () => at('owned', 'plain'))).rejects.toThrow(
      /^The login plain lacks .*the ownership of the schema registry/,
    );
  });
});
