import { subgraphs } from '../subgraphs';
import { linksOf, nameOf, ownerOf, type Link } from '../subgraphs/kernel';
import { page, tableOf } from './page';

/** One reference, as it is declared: which noun of which subgraph says what of which other. */
export interface Declared {
  subgraph: string;
  noun: string;
  to: string;
  owner: string;
  link: Link;
}

/** Every reference that is declared, in the order of subgraphs and nouns. */
export function declaredReferences(): Declared[] {
  return subgraphs.flatMap(({ name: subgraph, entities }) =>
    entities.flatMap((entity) =>
      linksOf(entity).map((link) => {
        const to = link.to();
        return { subgraph, noun: nameOf(entity), to: nameOf(to), owner: ownerOf(to) ?? subgraph, link };
      }),
    ),
  );
}

const CHECKED = { refuse: '不存在即拒绝 refused', flag: '留存并标记 flagged' };

/** The map of nouns: every reference as a line, and those between departments as a drawing. */
export function referencesPage(): string {
  const declared = declaredReferences();
  const rows = declared.map(({ subgraph, noun, to, owner, link }) => [
    `${subgraph} · ${noun}.${link.property}`,
    [owner === subgraph ? to : `${owner} · ${to}`, ...(link.or?.() ?? []).map(nameOf)].join(', '),
    link.as ?? '–',
    link.unknown ? CHECKED[link.unknown] : '–',
    link.back ? `${to}.${link.back.name}` : '–',
    link.level,
  ]);
  return page([
    '# References · 引用',
    'Every reference that is declared (`@RefersTo`): what holds the key, where it leads and by which field, what becomes of a key that leads to nothing, and the list that leads back. Both directions have the same level. See [decision 31](decisions/0031-a-reference-is-checked-with-its-owner-and-nothing-is-copied.md).',
    '全部已声明的引用：由何数据项指向何种记录、经何字段前往、所指记录不存在时如何处理、由对方返回的列表；两个方向共享级别相同。',
    drawing(declared),
    tableOf(
      ['From · 数据项', 'To · 指向', 'Field · 字段', 'Unknown · 不存在时', 'Back · 返回', 'Level · 级别'],
      rows,
    ),
  ]);
}

/** Places and departments are left out: nearly every noun names them. */
const EVERYWHERE = new Set(['Region', 'Department']);

function drawing(declared: readonly Declared[]): string {
  const drawn = declared.filter(({ subgraph, owner, to }) => subgraph !== owner && !EVERYWHERE.has(to));
  const nouns = new Map<string, Set<string>>();
  const add = (subgraph: string, noun: string) =>
    nouns.set(subgraph, (nouns.get(subgraph) ?? new Set()).add(noun));
  for (const { subgraph, noun, owner, to } of drawn) {
    add(subgraph, noun);
    add(owner, to);
  }
  const groups = [...nouns].flatMap(([subgraph, members]) => [
    `  subgraph ${subgraph}`,
    ...[...members].sort().map((noun) => `    ${noun}`),
    '  end',
  ]);
  const arrows = new Set(drawn.map(({ noun, to, link }) => `  ${noun} ${link.back ? '<-->' : '-->'} ${to}`));
  return ['```mermaid', 'flowchart LR', ...groups, ...arrows, '```'].join('\n');
}
