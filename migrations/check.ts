import 'reflect-metadata';
import { subgraphs } from '../subgraphs';
import { withFreshDatabase } from './fresh';
import { drift, migrate } from './run';

/** `npm run migrations:check`: a freshly migrated database must be what the entities declare. */
void withFreshDatabase(async (url) => {
  await migrate(subgraphs, () => url);
  for (const subgraph of subgraphs) {
    const missing = await drift(subgraph, url);
    if (missing.length === 0) continue;
    process.exitCode = 1;
    const statements = missing.map((statement) => `  ${statement}\n`).join('');
    process.stderr.write(
      `${subgraph.name}: a migration is missing (npm run migration -- ${subgraph.name} <what-it-does> writes it)\n${statements}`,
    );
  }
});
