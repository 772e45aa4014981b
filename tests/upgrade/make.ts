import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { version } from '../../package.json';
import { migrate } from '../../migrations/run';
import { subgraphs } from '../../subgraphs';
import { loadDemoData } from '../../subgraphs/demo';
import { verifyAudit } from '../../subgraphs/kernel';
import { startPlatform } from '../support/platform';
import { TEST_SETTINGS } from '../support/settings';
import { submitSample } from '../supergraph/sharing/sample';
import { answersOf, feedOf, rowsOf } from './questions';

const DEMO_DATA = { enterprises: 40, seed: 10, region: null, asOf: '2026-09-20' };
const DUMP = ['--no-owner', '--inserts', '--rows-per-insert=200', '--restrict-key=upgrade'];

/** Fills the empty database that DATABASE_URL names by the front door, and keeps it with what this version says of it: see README.md. */
async function main(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const sql = async <Row>(text: string) => (await client.query(text)).rows as Row[];
  await migrate(subgraphs, () => url);
  const reference = Object.entries(await rowsOf(sql)).flatMap(([name, rows]) => (rows > 0 ? [name] : []));
  const platform = await startPlatform('local', {}, async () => ({ url, drop: async () => undefined }));
  try {
    await loadDemoData(platform.subgraphs, DEMO_DATA);
    await submitSample(platform);
    const rows = Object.entries(await rowsOf(sql)).filter(([name]) => !reference.includes(name));
    const audit: Record<string, number> = {};
    for (const [name, { db }] of platform.subgraphs)
      audit[name] = (await verifyAudit(db, TEST_SETTINGS.dataKey)).verified;
    const roles = subgraphs.map(
      ({ name }) =>
        `DO $$ BEGIN CREATE ROLE onematter_${name} NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;`,
    );
    // what starts with \ is meant for psql
    const dump = execFileSync('pg_dump', [...DUMP, url], { encoding: 'utf8', maxBuffer: 2 ** 28 }).replace(
      /^\\.*\n/gm,
      '',
    );
    const file = (extension: string) => join(__dirname, `${version}.${extension}`);
    writeFileSync(file('sql.gz'), gzipSync(`${roles.join('\n')}\n${dump}`, { level: 9 }));
    const manifest = {
      rows: Object.fromEntries(rows),
      audit,
      feed: await feedOf(platform),
      answers: await answersOf(platform),
    };
    writeFileSync(file('json'), `${JSON.stringify(manifest, null, 1)}\n`);
  } finally {
    await platform.stop();
    await client.end();
  }
}

main(process.env.DATABASE_URL ?? '').catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
