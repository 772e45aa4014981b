import { subgraphs } from '../subgraphs';
import { page, tableOf } from './page';

/** What is done in one department on what happens in another. */
export function reactionsPage(): string {
  const declared = subgraphs.flatMap(({ name: own, reactions = [] }) =>
    reactions.map((each) => ({ own, ...each })),
  );
  const code = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');
  const rows = declared.flatMap(({ own, name, from, on, says, undoneBy, undoing }) => [
    [own, `\`${name}\``, from, code(on), says],
    [own, `\`${name}\``, from, code(undoneBy), undoing],
  ]);
  const arrows = declared.map(({ own, from, name }) => `  ${from} -- ${name} --> ${own}`);
  const kept = subgraphs.flatMap(({ name, keeps }) => (keeps ? [keptBy(name, keeps.name, keeps.from)] : []));
  const none = ['尚无联动。 No subgraph has declared a reaction yet.'];
  const drawn = [
    ['```mermaid', 'flowchart LR', ...arrows, '```'].join('\n'),
    tableOf(['Subgraph · 子图', 'Reaction · 联动', 'Follows · 依据', 'On · 事件', 'Does · 内容'], rows),
  ];
  return page([
    '# Reactions · 联动',
    "What a subgraph does on what happens in another, each with its inverse. None has legal effect: what binds anyone is a person's step. Each follows the journal of the other (docs/events.md) from the moment at which it was first declared. `npm run reactions -- list` says how far each has come and what is set aside, `npm run reactions -- retry [reaction] [--key <key>]` puts that back, `npm run reactions -- resume <reaction> [--after <number>]` goes on when a backup of the other's journal was restored. See [decision 46](decisions/0046-what-happens-in-one-department-reaches-others-by-its-journal.md).",
    '某子图依据其他子图所发生的事件所做的事，及其撤销；均不产生法律效力，对任何人有约束力的决定由人作出。',
    ...(declared.length === 0 ? none : drawn),
    ...kept,
  ]);
}

function keptBy(own: string, log: string, from: readonly string[]): string {
  const named = from.map((journal) => `\`${log}.${journal}\``).join(', ');
  return `The merged log · 汇总日志: \`${own}\` keeps by key all that is written in the others, each journal from its oldest entry on, under the same command and health: ${named}. 由 \`${own}\` 按先后汇总其他各子图的写入记录，只载标识。`;
}
