import { subgraphs } from '../subgraphs';
import { declaredEvents, nameOf, ownerOf, type DeclaredEvent } from '../subgraphs/kernel';
import { page, tableOf } from './page';

/** Every event of a subgraph: of its nouns, and of the figures that it counts. */
export function eventsOf({ name, entities, types }: (typeof subgraphs)[number]): DeclaredEvent[] {
  const figures = `${name.charAt(0).toUpperCase()}${name.slice(1)}Figures`;
  const nouns = new Set([...entities, ...types].filter((each) => ownerOf(each) === undefined).map(nameOf));
  return declaredEvents().filter(({ type }) => type === figures || nouns.has(type));
}

/** What can happen, as the journal of each subgraph calls it. */
export function eventsPage(): string {
  const tables = subgraphs.flatMap((subgraph) => {
    const rows = eventsOf(subgraph)
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, type, operation, says }) => [`\`${name}\``, type, `\`${operation}\``, says]);
    if (rows.length === 0) return [];
    return [
      `## ${subgraph.name} · ${subgraph.title.split('. ')[0]}`,
      tableOf(['Event · 事件', 'Record · 记录', 'By · 由', 'What happens · 内容'], rows),
    ];
  });
  return page([
    '# Events · 事件',
    'Every step, submission and take-back leaves one entry in the journal of its subgraph, in the transaction of what it changes. The entry bears one of these names and says by type and key which records it is about and, of each, what it refers to besides; never what the records hold. Where a submission says more of a record than that it is new (`inspection.failed`), the record bears that name in the entry. In every subgraph personal data are `personalData.erased`, `personalData.held` and `personalData.released` by `npm run retention`. See [decision 43](decisions/0043-a-journal-is-sealed-after-the-commit.md).',
    '每一次办理、报送、撤回，都在同一事务中于本子图的日志留下一条记录，载明下列事件名称、所涉记录的类型和编号及其所引用的记录，不载内容。报送的记录另有结论的（如检验不合格），以该名称载明。各子图的个人信息由 `npm run retention` 删除、保留和解除保留，分别记为 `personalData.erased`、`personalData.held`、`personalData.released`。',
    ...tables,
  ]);
}
