import 'reflect-metadata';
import { endWithNpm } from './npm';
import { onematter } from './run';

endWithNpm(process.env);
// a reader that has seen enough, as `head` has, is nobody's fault
for (const output of [process.stdout, process.stderr])
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
/** The command line and the environment in, an exit code out. */
void onematter(process.argv.slice(2), process.env).then((code) => {
  process.exitCode = code;
});
