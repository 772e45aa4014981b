// Outlives by a moment the process that has opened the embedded PostgreSQL, whatever has ended that one, and stops the
// server unless others have it open. It hears of the end by its input, which the other holds, and loads nothing until then.
const { join } = require('node:path');

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
const [folder, gone] = process.argv.slice(2);

process.stdin
  .resume()
  .on('error', () => undefined)
  .once('close', () => {
    process.env.SWC_NODE_PROJECT = join(__dirname, '../../tsconfig.json');
    require('@swc-node/register');
    require('./abandoned').stopAbandoned(folder, Number(gone));
  });
