import { Client } from 'pg';
import { differences, fill } from './count-ahead';
import { subgraphs } from '../subgraphs';
import { openDatabases } from '../subgraphs/databases';
import { readConfig, tableOf, type CountAhead, type Environment } from '../subgraphs/kernel';

/** `onematter recount`: holds all that is counted ahead against the rows, and counts anew what is wrong. */
export async function recountAll(env: Environment): Promise<number> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const databases = await openDatabases(readConfig(env), say);
  try {
    for (const { name, counts = [] } of subgraphs)
      for (const declared of counts) {
        const wrong = await recount(databases.migrationUrlOf(name), name, declared);
        say(`${name} ${declared.name}: ${wrong === 0 ? 'right' : `${wrong} cells were wrong, counted anew`}`);
      }
  } finally {
    await databases.close();
  }
  return 0;
}

/** How many cells were wrong. Nobody writes the noun meanwhile; who reads sees the old counts until all are new. */
export async function recount(url: string, schema: string, declared: CountAhead): Promise<number> {
  const client = new Client({ connectionString: url, options: `-c search_path=${schema}` });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(`LOCK TABLE ${tableOf(declared.entity)} IN SHARE ROW EXCLUSIVE MODE`);
    const { rowCount } = await client.query(differences(declared));
    if (rowCount) {
      await client.query(`DELETE FROM ${declared.name}`);
      await client.query(fill(declared));
    }
    await client.query('COMMIT');
    return rowCount ?? 0;
  } finally {
    await client.end();
  }
}
