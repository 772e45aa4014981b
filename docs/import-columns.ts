import { subgraphs } from '../subgraphs';
import { columnsOf } from '../subgraphs/import/columns';
import { formOf } from '../subgraphs/import/template/form';
import { exampleOf } from '../subgraphs/import/template/examples';
import type { Submission } from '../subgraphs/kernel';
import { page, tableOf } from './page';

const HEAD = [
  '列 Column',
  '名称 Name',
  '必填 Required',
  '说明 What it is',
  '填写 How it is written',
  '示例 Example',
];

/** What the file of every kind may hold, column by column. */
export function importColumns(): string {
  return page([
    '# 导入文件的列 · The columns of files',
    '`npm run import -- --template <kind>` 写出带表头、说明和合成示例的模板；填写与读取的规则见 [导入文件](importing.md)。' +
      ' Writes a template with header, explanation and a synthetic example; how cells are read is said in [Importing a file](importing.md).',
    '列名可写中文或英文字段名。标 * 的必填。 A title is the Chinese term or the name of the field; * is required.',
    ...subgraphs.flatMap(({ name, submissions = [] }) =>
      submissions.length > 0 ? [`## ${name}`, ...submissions.flatMap(sectionOf)] : [],
    ),
  ]);
}

function sectionOf(submission: Submission): string[] {
  const { kind, term } = submission;
  const columns = columnsOf(submission);
  const { department, row } = exampleOf(kind, columns);
  return [
    `### ${kind} · ${term.zh}`,
    `${term.en}；示例的报送部门 the example is sent by: \`${department}\``,
    tableOf(
      HEAD,
      columns.map((column) => {
        const { says, shape, values } = formOf(column);
        const listed = values.length > 0 ? `: ${values.join('; ')}` : '';
        return [
          column.term,
          `\`${column.name}\``,
          column.required ? '*' : '',
          `${says.zh}。 ${says.en}`,
          `${shape.zh} ${shape.en}${listed}`,
          row[column.name] ?? '',
        ];
      }),
    ),
  ];
}
