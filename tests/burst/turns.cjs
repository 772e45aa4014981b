// Loaded into the service under test: appends to BURST_TURNS how many ms its main thread has worked between two turns of the
// event loop, where that is long. By the time on a processor: what others on the machine take is not the service's.
const { appendFileSync, readFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

const LONG_MS = 40;
const { BURST_TURNS: file } = process.env;

const worked = () =>
  Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;

if (isMainThread && file) {
  let before = worked();
  setInterval(() => {
    const now = worked();
    if (now - before > LONG_MS) appendFileSync(file, `${Math.round(now - before)}\n`);
    before = now;
  }, 5).unref();
}
