import { jsonSchemaOf, lines, type Line } from '../subgraphs/kernel';
import { page, tableOf } from './page';

/** What a line of each feed holds, as it is served as JSON Schema. */
export function feedLinesPage(): string {
  return page([
    '# 数据流文本行 · Lines of the feeds',
    '每行一个 JSON 对象，UTF-8，字段次序如下，值为空写 null，日期为北京时间的 YYYY-MM-DD。CSV：列同字段，逗号分隔，LF 换行，按 RFC 4180 加引号；空值为空单元格，列表在一格内以“；”相隔，是非为 true、false；以 = + - @ 开头的前加单引号；`?bom=1` 前置 BOM，供 Excel 打开。字段有变即为新版本，旧版本的文本、root 不变（枚举可增加取值）；`?version=` 指明版本。',
    'A line is a JSON object in UTF-8 with its fields in this order, all of them always there; null where there is no value; a date is a day in China, YYYY-MM-DD. As CSV: the fields are its columns, commas between them, LF at the end of a row, quoted as RFC 4180 has it; null is an empty cell, the items of a list stand in one cell with ； between them (an item that has one itself is told apart in NDJSON only), flags are true and false, and a cell that begins with = + - @ has an apostrophe before it. `?bom=1` puts a byte order mark first, for Excel. What a line holds never changes: with other fields it is another version, and text and root of the old one stay what they are; an enumeration may gain values. `?version=` asks for one.',
    ...lines().map(lineOf),
  ]);
}

function lineOf(line: Line): string {
  const { feed, version, title, fields } = line;
  const { properties } = jsonSchemaOf(line) as {
    properties: Record<string, { enum?: (string | null)[]; items?: { enum?: string[] } }>;
  };
  const rows = Object.entries(fields).map(([name, { says, type = 'text', optional }]) => {
    const values = (properties[name]?.enum ?? properties[name]?.items?.enum ?? []).filter(
      (value) => value !== null,
    );
    const [zh = '', en = ''] = says.split('. ');
    return [
      `\`${name}\``,
      `${TYPES[type]}${optional ? ' or null' : ''}`,
      values.map((value) => `\`${value}\``).join(' '),
      zh,
      en,
    ];
  });
  return [
    `## ${feed}, version ${version}`,
    `${title}: \`/feeds/${feed}.schema.json?version=${version}\``,
    tableOf(['Field', 'Type', 'Values', '含义', 'Meaning'], rows),
  ].join('\n\n');
}

const TYPES = { text: 'text', date: 'date', flag: 'true or false', texts: 'list of texts' } as const;
