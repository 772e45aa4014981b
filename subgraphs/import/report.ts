import { SingleBar } from 'cli-progress';
import { LARGEST_BATCH, catalogue } from '../kernel';
import type { ImportRequest, Outcome } from './import';
import type { Totals } from './progress';
import type { TakeBackOutcome, TakeBackRequest } from './take-back';

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
  const tell = nowAndThen();
  return {
    update: ({ rows, rejected }) => tell(`${Math.floor(part() * 100)}%: ${rows} rows, ${rejected} rejected`),
    end: () => undefined,
  };
}

/** How many rows were looked at, where it is not known how many there are. */
export function countReporter(): (done: number) => void {
  const tell = nowAndThen();
  return (done) => tell(`已处理 rows looked at: ${done}`);
}

function nowAndThen(): (line: string) => void {
  let last = Date.now();
  return (line) => {
    if (Date.now() - last < LINE_EVERY_MS) return;
    last = Date.now();
    say(line);
  };
}

/** What became of the file, in Chinese and English. */
export function summary(
  { run, state, totals, before, finishedAt }: Outcome,
  { rejectsPath, dryRun }: Pick<ImportRequest, 'rejectsPath' | 'dryRun'>,
  seconds: number,
): string {
  const { rows, accepted, unchanged, rejected } = totals;
  const speed = Math.round((rows - before) / Math.max(seconds, 0.001));
  const earlier = before > 0 ? ` (其中此前已完成 of them by an earlier run: ${before})` : '';
  const lines = [
    `报送批次 import: ${run ?? '无 none'}`,
    `读取行数 rows read: ${rows}${earlier}`,
    `接收 accepted: ${accepted}`,
    `未变 unchanged: ${unchanged}`,
    `退回 rejected: ${rejected}`,
    ...reasons(totals),
    `用时（秒） seconds: ${seconds.toFixed(1)}`,
    `每秒行数 rows/s: ${speed}`,
    `退回文件 rejects file: ${rejected > 0 ? rejectsPath : '无 none'}`,
  ];
  const first = dryRun ? headlineOfDryRun(state, rows) : headline(state, rows, finishedAt);
  return `${first}\n  ${lines.join('\n  ')}\n`;
}

/** What became of an import that was to be taken back, in Chinese and English. */
export function summaryOfTakeBack(
  { state, takenBack, left, correctable, codes }: TakeBackOutcome,
  { id, leftPath }: TakeBackRequest,
): string {
  const lines = [
    `报送批次 import: ${id}`,
    `已撤回 taken back: ${takenBack}`,
    `未撤回 left: ${left}`,
    ...byCode(codes),
    `其中待更正 of them open to correction: ${correctable}`,
    `未撤回记录 records that were left: ${left > 0 ? leftPath : '无 none'}`,
    '其他子图引用这些记录的数据未核对 records of other subgraphs that refer to these: not looked at',
  ];
  const headline =
    state === 'stopped'
      ? '撤回中断，再次执行同一命令即可继续。 Stopped. To go on, give the same command again.'
      : '撤回结束，更正后的文件可直接导入。 The import is taken back: the corrected file can be imported as it is.';
  return `${headline}\n  ${lines.join('\n  ')}\n`;
}

/** Why rows were refused. */
function reasons({ rejected, codes }: Totals): string[] {
  const counted = Object.values(codes).reduce((sum, rows) => sum + rows, 0);
  return counted < rejected
    ? [...byCode(codes), `  ${rejected - counted} – 原因见退回文件。 The reasons stand in the rejects file.`]
    : byCode(codes);
}

/** The codes, the most frequent first, each with its sentence. */
function byCode(codes: Totals['codes']): string[] {
  return Object.entries(codes)
    .sort(([, one], [, other]) => other - one)
    .map(([code, rows]) => `  ${code}: ${rows} – ${sentenceOf(code)}`);
}

/** What an error says whatever the row was: the values, which may be personal data, are left to the rejects file. */
function sentenceOf(code: string): string {
  const entry = catalogue.get(code);
  return entry ? `${entry.zh} ${entry.en}`.replace(/\{[\w:]+\}/g, '…') : code;
}

function headlineOfDryRun(state: Outcome['state'], rows: number): string {
  const end =
    state === 'stopped'
      ? `试运行停在第 ${rows} 行。 The dry run was stopped after row ${rows}.`
      : '试运行结束。 The dry run is finished.';
  const limit =
    rows > LARGEST_BATCH
      ? ` 每 ${LARGEST_BATCH} 行单独校验，与文件中此前各行重复、冲突的须正式导入时才能发现。 Rows are checked ${LARGEST_BATCH} at a time: what repeats or contradicts rows far before it is found by the import itself.`
      : '';
  return `${end} 未写入任何数据。 Nothing was written.${limit}`;
}

function headline(state: Outcome['state'], rows: number, finishedAt: string | null): string {
  switch (state) {
    case 'finished':
      return '导入结束。 The import is finished.';
    case 'stopped':
      return `已停在第 ${rows} 行，再次执行同一命令即可续传。 Stopped after row ${rows}. To go on from there, give the same command again.`;
    case 'finished before':
      return `此文件已于 ${finishedAt} 导入，本次未做任何事；如需重新导入请加 --again。 This file was imported already, at ${finishedAt}; nothing was done. To import it once more, add --again.`;
  }
}
