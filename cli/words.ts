import type { CommanderError } from 'commander';

/** The same in both languages, as the help has it. */
export const both = (zh: string, en: string): string => `${zh} ${en}`;

interface Said {
  /** What is named, as it was typed or as the help writes it. */
  name: string;
  /** What else it may have been meant to be. */
  meant: string;
}

/** What commander refuses, by its code; as with every error, the English sentence comes first. */
const REFUSALS: Record<string, (said: Said) => [en: string, zh: string]> = {
  'commander.unknownOption': ({ name, meant }) => [
    `There is no option ${name}${meant && `, did you mean ${meant}?`}`,
    `没有选项 ${name}${meant && `，是否指 ${meant}？`}`,
  ],
  'commander.unknownCommand': ({ name, meant }) => [
    `There is no command ${name}${meant && `, did you mean ${meant}?`}`,
    `没有命令 ${name}${meant && `，是否指 ${meant}？`}`,
  ],
  'commander.missingArgument': ({ name }) => [`<${name}> is missing`, `缺少 <${name}>`],
  'commander.optionMissingArgument': ({ name }) => [`${name} lacks its value`, `${name} 缺少取值`],
  'commander.missingMandatoryOptionValue': ({ name }) => [`${name} is required`, `须给出 ${name}`],
  'commander.excessArguments': ({ name }) => [
    `${name} takes fewer arguments than were given`,
    `给 ${name} 的参数过多`,
  ],
};

/** One line that names what is wrong and where the help is; nothing where commander has printed the help itself. */
export function refusalOf({ code, message }: CommanderError, command: string): string {
  const refuse = REFUSALS[code];
  if (!refuse) return '';
  const name = /'([^']+)'/.exec(message)?.[1] ?? '';
  const meant = /Did you mean (?:one of )?(.+)\?/.exec(message)?.[1] ?? '';
  const [en, zh] = refuse({ name, meant });
  return `${ended(en, '.')} ${ended(zh, '。')} (onematter ${command && `${command} `}--help)\n`;
}

const ended = (sentence: string, stop: string) => (/[?？]$/.test(sentence) ? sentence : `${sentence}${stop}`);
