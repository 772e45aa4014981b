import { page, tableOf } from './page';
import { subgraphs } from '../subgraphs';
import { legalRules, type LegalRule } from '../subgraphs/kernel';

const HEAD = ['标识 Id', '名称 Name', '有效期 In force', '数值 Value', '来源 Source', '已核对 Verified'];

/** Every number of the law by its department, as the product ships it. */
export function legalRulesPage(): string {
  const rules = legalRules();
  const seen = rules.filter(({ verified }) => verified).length;
  return page([
    '# 法定数值 Legal rules',
    `每个期限、次数、比例都是一行：标识、有效期、数值、来源。事项按其发生之日有效的版本判断，而非当日。${rules.length} 行中 ${seen} 行已核对条文；其余据一般了解，以法律文本为准，运维可用 \`LEGAL_RULES_FILE\` 更正。接口：\`legalRules(id, on, verified)\`。`,
    `Each period, count and share is a row: its id, the days on which it holds, the number, its source. An event is judged by the version of its own day, never by today’s. Of ${rules.length} rows the text of ${seen} was seen; the others are from general knowledge: the text of the law decides, and an operator corrects them by \`LEGAL_RULES_FILE\`. The API answers \`legalRules(id, on, verified)\`.`,
    ...subgraphs.flatMap(({ name, title }) => {
      const own = rules.filter(({ id }) => id.startsWith(`${name}.`));
      return own.length === 0 ? [] : [`## ${title.replace(/:.*/, '')}`, tableOf(HEAD, own.map(rowOf))];
    }),
  ]);
}

function rowOf({ id, name, from, to, value, unit, source, verified }: LegalRule): string[] {
  return [
    `\`${id}\``,
    name,
    `${from} – ${to ?? ''}`.trim(),
    `${value} ${unit}`,
    source,
    verified ? '✓' : '–',
  ];
}
