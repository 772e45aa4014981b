import { startChild, startCommand } from '../support/child';
import { testDatabase, type TestDatabase } from '../support/database';

describe('the commands that migrate', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  test('npm run migrations:check MUST say nothing where no migration is missing, not even a warning', async () => {
    const check = startChild('migrations/check.ts', [], {});
    expect([await check.ended, check.output()]).toEqual([0, '']);
  });

  test('npm run migrate MUST say that all is done, and nothing else', async () => {
    const migrate = startCommand(['migrate'], { DATABASE_URL: database.url, LOG_LEVEL: 'silent' });
    expect([await migrate.ended, migrate.output()]).toEqual([0, 'The databases are up to date.\n']);
  });
});
