import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { testDatabase } from '../support/database';
import { HEADER, command, file, folder, row, uscc } from '../support/imports';

describe('the command', () => {
  test.each([
    [
      'an unknown kind',
      ['enterprizes', 'x.csv', '--source', 's'],
      'There is no kind enterprizes to import. Kinds: enterprises, ',
    ],
    ['a missing source', ['enterprises', 'x.csv'], 'usage: npm run import'],
    ['a missing file', ['enterprises', 'none.csv', '--source', 's'], 'There is no file '],
    [
      'an unknown column',
      ['enterprises', 'WRONG', '--source', 's'],
      'Column 1 of the header is unknown: "id". Known columns',
    ],
  ])(
    '%s MUST be told in one line with exit code 2, before a database is opened',
    async (_, args, message) => {
      const wrong = file('wrong.csv', ['id,uscc', '1,2']);
      const env = { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' };
      const { code, out, err } = await command(
        args.map((arg) => (arg === 'WRONG' ? wrong : arg)),
        env,
      ).ended;
      expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 });
      expect(err).toContain(message);
    },
  );

  test('a source that is not the caller’s MUST be refused with its code’s sentence and exit code 2', async () => {
    const path = file('authority.csv', [HEADER, row(1)]);
    const args = ['enterprises', path, '--source', 'registration-authority', '--department', 'FIRE_RESCUE'];
    const database = await testDatabase();
    const { code, err } = await command(args, { DATABASE_URL: database.url }).ended;
    await database.drop();
    expect({ code, lines: err.trim().split('\n').length }).toEqual({ code: 2, lines: 1 });
    expect(err).toContain('may be used by market supervision only');
  });

  test('without DATABASE_URL it MUST start the embedded PostgreSQL, migrate it, load the file and stop it', async () => {
    const path = file('embedded.ndjson', [
      JSON.stringify({ sourceId: '1', uscc: uscc(1), name: '甲', regionCode: '430682' }),
      '{',
    ]);
    const dataDir = join(folder, 'data');
    const { code, out } = await command(['enterprises', path, '--source', 's'], { DATA_DIR: dataDir }).ended;
    expect(code).toBe(0);
    expect(out).toMatch(
      /rows read: 2\s+accepted: 1\s+unchanged: 0\s+rejected: 1\s+seconds: [\d.]+\s+rows\/s: \d+\s+rejects file: .*embedded/,
    );
    expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
  });
});
