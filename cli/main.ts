import 'reflect-metadata';
import { endWithNpm } from './npm';
import { onematter } from './run';

endWithNpm(process.env);
/** The command line and the environment in, an exit code out. */
void onematter(process.argv.slice(2), process.env).then((code) => {
  process.exitCode = code;
});
