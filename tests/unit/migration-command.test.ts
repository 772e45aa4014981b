import { migrationOf } from '../../migrations/new';
import { readable } from '../../migrations/readable';

describe('a migration that is written from the difference', () => {
  test('it MUST read as a person writes it', () => {
    const statement =
      'CREATE TABLE "quality"."recall" ("id" character varying(130) COLLATE "C" NOT NULL, "fine" numeric(15,2), CONSTRAINT "PK_93db" PRIMARY KEY ("id"))';
    expect(readable(statement, 'quality')).toBe(`
      CREATE TABLE recall (
        id varchar(130) COLLATE "C" NOT NULL,
        fine numeric(15,2),
        PRIMARY KEY (id)
      )`);
    expect(
      readable('CREATE INDEX "recall_by_batch" ON "quality"."recall"  ("batch", "id") ', 'quality'),
    ).toBe('CREATE INDEX recall_by_batch ON recall (batch, id)');
  });

  test('its class MUST bear its name and its moment', () => {
    const text = migrationOf('create-recall', 1795703641462, ['SELECT 1']);
    expect(text).toContain('export class CreateRecall1795703641462 implements MigrationInterface');
    expect(text).toContain('await db.query(`SELECT 1`);');
  });
});
