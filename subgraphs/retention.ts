import { randomUUID } from 'node:crypto';
import { subgraphs } from '.';
import { openDatabases } from './databases';
import { applyOperatorFiles } from './operator-files';
import {
  Database,
  EnumValueUnknown,
  PUBLIC_CALLER,
  date,
  eraseAsAsked,
  eraseDue,
  holdByHand,
  openContext,
  readConfig,
  standingOn,
  withKeys,
  type Call,
  type Environment,
  type RequestContext,
  type SubgraphDefinition,
} from './kernel';

/** What is asked of the command. */
export interface AskedRetention {
  /** Of this class only, by the id of its rule. */
  rule?: string;
  /** Of this record only. */
  key?: string;
  /** With `list`: as it will be on that day. */
  on?: string;
  why?: string;
  document?: string;
}
type Retention = NonNullable<SubgraphDefinition['retention']>[number];
interface At {
  context: RequestContext;
  definition: SubgraphDefinition;
  retention: Retention;
  asked: AskedRetention;
}
type Work = (at: At) => Promise<string[]>;

/** `onematter retention list`: how long each class is kept and by what rule, what is due, what is held and why. */
const list: Work = async ({ context, retention, asked }) => {
  const on = asked.on === undefined ? context.today : date.parse(asked.on, '--on');
  const { rule, kept, due, since, held, erased } = await standingOn(context.db, retention, on);
  const sure = rule.verified ? '' : '；暂定 provisional';
  return [
    `${rule.id} · ${rule.name}`,
    `  ${rule.value} ${rule.unit}（${rule.source}${sure}）`,
    `  保存 kept ${kept}，到期 due ${due}${since === null ? '' : ` (since ${since})`}，已删 erased ${erased}`,
    ...held.map(({ why, rows }) => `  到期而保留 held ${rows}：${why.zh}. ${why.en}`),
  ];
};

/** `onematter retention erase`: erases what is due today. */
const erase: Work = async ({ context, definition: { submissions }, retention }) => {
  const onProgress = progressOf(retention.rule);
  const done = await eraseDue(context, { retention, submissions, on: context.today, onProgress });
  return done === 0 ? [] : [`${retention.rule}: 已删 erased ${done}`];
};

/** `onematter retention request <rule> <key>`: a person asks that what is kept of them be erased. */
const request: Work = async ({ context, definition: { submissions }, retention, asked }) => {
  const { key, document } = { key: needed(asked, 'key'), document: needed(asked, 'document') };
  await eraseAsAsked(context, { retention, submissions, on: context.today }, { key, document });
  return [`${retention.rule}: 已删 erased ${key}`];
};

const byHand =
  (release: boolean): Work =>
  async ({ context, retention, asked }) => {
    const key = needed(asked, 'key');
    const said = { document: needed(asked, 'document'), why: release ? '' : needed(asked, 'why') };
    const done = await holdByHand(context, retention, { key, release, ...said });
    return done ? [`${retention.rule}: ${release ? '解除保留 released' : '保留 held'} ${key}`] : [];
  };

const WORKS: Readonly<Record<string, Work>> = {
  list,
  erase,
  request,
  hold: byHand(false),
  release: byHand(true),
};
const OF_ONE = new Set(['request', 'hold', 'release']);

function needed(asked: AskedRetention, name: 'key' | 'document' | 'why'): string {
  const said = asked[name]?.trim();
  if (!said) throw new Error(`缺少 ${name}。 ${name === 'key' ? '<key>' : `--${name}`} is missing.`);
  return said;
}

/** The work that is named, with what it is asked, before any database is opened. */
export function retentionWork(what: string, asked: AskedRetention): Work {
  const work = Object.hasOwn(WORKS, what) ? WORKS[what] : undefined;
  if (!work) throw EnumValueUnknown({ field: '<what>', allowed: Object.keys(WORKS).join(', '), got: what });
  const rules = subgraphs.flatMap(({ retention = [] }) => retention.map(({ rule }) => rule));
  if (OF_ONE.has(what) || asked.rule !== undefined)
    if (!rules.includes(asked.rule ?? ''))
      throw EnumValueUnknown({ field: '<rule>', allowed: rules.join(', '), got: asked.rule ?? '' });
  return work;
}

/** Runs it for each class that is asked for, in the database of its subgraph. */
export async function workOnRetention(work: Work, asked: AskedRetention, env: Environment): Promise<number> {
  const config = readConfig(env);
  applyOperatorFiles(config);
  const of = subgraphs.filter(({ retention = [] }) => retention.some((each) => isAsked(each, asked)));
  const databases = await openDatabases(config, say, { of });
  let said = 0;
  try {
    for (const definition of of) {
      const { name, entities } = definition;
      const db = await Database.open({ url: databases.urlOf(name), schema: name, entities, poolSize: 2 });
      const settings = withKeys(db, definition, config);
      said += await settings
        .then((opened) => workOn(work, openContext(operator(), db, opened, new Date()), definition, asked))
        .finally(() => db.close());
    }
  } finally {
    await databases.close();
  }
  if (said === 0) say('没有需要办理的。 There is nothing to do.');
  return 0;
}

async function workOn(
  work: Work,
  context: RequestContext,
  definition: SubgraphDefinition,
  asked: AskedRetention,
): Promise<number> {
  let said = 0;
  for (const retention of definition.retention?.filter((one) => isAsked(one, asked)) ?? []) {
    const lines = await work({ context, definition, retention, asked });
    lines.forEach(say);
    said += lines.length;
  }
  return said;
}

const isAsked = ({ rule }: Retention, asked: AskedRetention) =>
  asked.rule === undefined || asked.rule === rule;

/** Who runs the command: no department, and no rights but those of the database. */
const operator = (): Call => {
  const caller = { ...PUBLIC_CALLER, subject: 'onematter retention' };
  return { caller, purpose: '个人信息保护法第四十七条', requestId: randomUUID(), client: '' };
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const EVERY_MS = 5_000;

/** A line at most every five seconds. */
function progressOf(rule: string): (done: number) => void {
  let last = Date.now();
  return (done) => {
    if (Date.now() - last < EVERY_MS) return;
    last = Date.now();
    say(`${rule}: ${done} …`);
  };
}
