import { Command, CommanderError, type Option } from 'commander';
import { version } from '../package.json';
import { addCommands, type Environment } from './commands';
import { both, refusalOf } from './words';

/** What an exit code says, the same for every command. */
const EXIT_CODES = `
${both('退出码', 'Exit codes:')}
  0    ${both('已办成。', 'What was asked is done.')}
  1    ${both('未办成：命令、设置或环境有误；或所检查的有问题。', 'It could not be done, or what was checked is wrong.')}
  2    ${both('已办，但有记录被拒绝或缺少。', 'It is done, but records were refused or are missing.')}
  130  ${both('被中断（终止信号为 143）。', 'Interrupted by Ctrl-C (by a signal to terminate: 143).')}`;

/** One asks a gateway and reads no settings, the other says itself what is wrong with them. */
const WITHOUT_SETTINGS = new Set(['assess', 'assess:points', 'doctor']);

/** Runs one command; what it needs is loaded only then. Never throws: a failure is said in a line, and its code returned. */
export async function onematter(args: readonly string[], env: Environment): Promise<number> {
  let code = 0;
  const program = new Command('onematter')
    .description(both('一件事：跨部门数据联邦接口的运维命令。', 'What an operator of OneMatter runs.'))
    .version(version, '-V, --version', both('显示版本。', 'Prints the version.'))
    .helpCommand('help [command]', both('显示一个命令的帮助。', 'Prints the help of a command.'));
  addCommands(program, env, (result) => (code = result));
  let current = program;
  for (const each of [program, ...program.commands]) dress(each, () => (current = each));
  for (const each of program.commands)
    each.hook('preAction', async () => {
      current = each;
      if (!WITHOUT_SETTINGS.has(each.name())) (await import('./checks/settings.ts')).refuseWrongSettings(env);
    });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const name = current === program ? '' : current.name();
    process.stderr.write(error instanceof CommanderError ? refusalOf(error, name) : failureOf(error, name));
    return 1;
  }
}

/** One line for each thing that is wrong. */
function failureOf(error: unknown, command: string): string {
  const starts = command === 'start' || command === 'serve';
  const lines = (error instanceof Error ? error.message : String(error)).split('\n');
  return lines.map((line) => `${starts ? 'OneMatter cannot start: ' : ''}${line}\n`).join('');
}

/** Help in both languages; what commander would print of an error is left to `refusalOf`. */
function dress(command: Command, onRefusal: () => void): void {
  command
    .exitOverride()
    .configureOutput({ outputError: onRefusal })
    .configureHelp({ styleTitle: (title) => TITLES[title] ?? title })
    .helpOption('-h, --help', both('显示本帮助。', 'Prints this help.'))
    .addHelpText('after', EXIT_CODES);
  const needed = command.options.filter(({ mandatory }) => mandatory);
  if (needed.length > 0) missLate(command, needed);
}

/** What is needed stands in the first line of the help, and is missed only after what is misspelt was told. */
function missLate(command: Command, needed: readonly Option[]): void {
  command.usage(
    [command.usage().replace('[options]', ''), ...needed.map(({ flags }) => flags), '[options]']
      .join(' ')
      .trim(),
  );
  for (const option of needed) option.makeOptionMandatory(false);
  command.hook('preAction', () => {
    const missing = needed.find((option) => command.getOptionValue(option.attributeName()) === undefined);
    if (missing) command.error(`'${missing.flags}'`, { code: 'commander.missingMandatoryOptionValue' });
  });
}

const TITLES: Record<string, string> = {
  'Usage:': both('用法', 'Usage:'),
  'Arguments:': both('参数', 'Arguments:'),
  'Options:': both('选项', 'Options:'),
  'Commands:': both('命令', 'Commands:'),
};
