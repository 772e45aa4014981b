import pino, { type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/** One JSON object a line, to standard error: standard output belongs to what a command prints. */
export function createLog(level: string, name: string, to: DestinationStream = pino.destination(2)): Log {
  return pino({ level, name, base: undefined, serializers: { err: toldOf } }, to);
}

/** What PostgreSQL and Node say of an error besides its message, and says nothing of a row. */
const KEPT = ['code', 'severity', 'schema', 'table', 'column', 'constraint', 'syscall'];

/**
 * What the log keeps of an error: what it is and where it was thrown. Messages of the database and of JSON quote the
 * data that they are about, and statements come with their parameters: none of that is for a log.
 */
function toldOf(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: `not an error but ${typeof error}` };
  const said = error as Error & Record<string, unknown>;
  return {
    message: withoutData(String(error)),
    ...Object.fromEntries(KEPT.flatMap((name) => (name in said ? [[name, said[name]]] : []))),
    stack: (error.stack ?? '')
      .replace(error.message, '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
    ...(error.cause !== undefined && { cause: toldOf(error.cause) }),
  };
}

/** For a library that logs by itself, in words that quote what they are about. */
export function logOfLibrary(log: Log) {
  const at = (level: 'debug' | 'info' | 'warn' | 'error') => (said: unknown) =>
    log[level]({ said: withoutData(String(said)) }, 'a library says');
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

const LONGEST_MESSAGE = 300;

/**
 * Our own words are English without quotes; what is quoted, bracketed, numbered, in another script, too long for a
 * word or on a second line is somebody's data. Where the language itself could not read something, its message is little else.
 */
function withoutData(message: string): string {
  return message
    .replace(/(?<=SyntaxError: )[^]*/, '…')
    .replace(/"[^]*"|'[^]*'|`[^]*`|\{[^]*\}|\[[^]*\]/g, '…')
    .replace(/\n[^]*/, '…')
    .replace(/[^\x20-\x7e…]+|\S*\d{6,}\S*|\S{40,}/g, '…')
    .slice(0, LONGEST_MESSAGE);
}
