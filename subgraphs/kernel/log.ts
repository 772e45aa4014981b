import pino, { type Logger } from 'pino';

export type Log = Logger;

/** One JSON object a line, to standard error: standard output belongs to what a command prints. */
export function createLog(level: string, name: string): Log {
  return pino({ level, name, base: undefined }, pino.destination(2));
}
