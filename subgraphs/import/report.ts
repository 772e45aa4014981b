import { SingleBar } from 'cli-progress';
import type { Outcome } from './import';
import type { Totals } from './progress';

/** How often a log, which has no bar, gets a line. */
const LINE_EVERY_MS = 3000;

/** For the operator, on standard error: standard output holds the summary alone. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

export interface Reporter {
  update: (totals: Totals) => void;
  end: () => void;
}

/** A bar on a terminal, a plain line every few seconds elsewhere. */
export function reporter(part: () => number): Reporter {
  return process.stderr.isTTY ? bar(part) : lines(part);
}

function bar(part: () => number): Reporter {
  const format = '{bar} {percentage}% | {rows} rows, {rejected} rejected | {duration_formatted}';
  const shown = new SingleBar({ format, hideCursor: true });
  shown.start(100, 0, { rows: 0, rejected: 0 });
  return {
    update: ({ rows, rejected }) => shown.update(Math.floor(part() * 100), { rows, rejected }),
    end: () => shown.stop(),
  };
}

function lines(part: () => number): Reporter {
  let last = Date.now();
  return {
    update({ rows, rejected }) {
      if (Date.now() - last < LINE_EVERY_MS) return;
      last = Date.now();
      say(`${Math.floor(part() * 100)}%: ${rows} rows, ${rejected} rejected`);
    },
    end: () => undefined,
  };
}

export function summary(
  { state, totals, before, finishedAt }: Outcome,
  rejectsPath: string,
  seconds: number,
): string {
  const { rows, accepted, unchanged, rejected } = totals;
  const speed = Math.round((rows - before) / Math.max(seconds, 0.001));
  const lines = [
    `rows read: ${rows}${before > 0 ? ` (${before} of them by an earlier run)` : ''}`,
    `accepted: ${accepted}`,
    `unchanged: ${unchanged}`,
    `rejected: ${rejected}`,
    `seconds: ${seconds.toFixed(1)}`,
    `rows/s: ${speed}`,
    `rejects file: ${rejected > 0 ? rejectsPath : 'none'}`,
  ];
  return `${headline(state, rows, finishedAt)}\n  ${lines.join('\n  ')}\n`;
}

function headline(state: Outcome['state'], rows: number, finishedAt: string | null): string {
  switch (state) {
    case 'finished':
      return 'The import is finished.';
    case 'stopped':
      return `Stopped after row ${rows}. To go on from there, give the same command again.`;
    case 'finished before':
      return `This file was imported already, at ${finishedAt}; nothing was done. To import it once more, add --again.`;
  }
}
