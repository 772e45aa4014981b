import type { Submission } from '../../kernel';
import { columnsOf, type Column } from '../columns';
import { exampleOf } from './examples';
import { formOf } from './form';

/**
 * An empty table of one kind. What explains it stands above its header, where the importer reads nothing; under the header
 * stands one row that is made up, which the importer takes from a synthetic source only.
 */
export interface Template {
  title: string;
  explanations: string[];
  header: string[];
  example: string[];
}

export function templateOf(submission: Submission): Template {
  const columns = columnsOf(submission);
  const { department, row } = exampleOf(submission.kind, columns);
  return {
    title: titleOf(submission, department),
    explanations: columns.map(explanationOf),
    header: columns.map(({ term, required }) => `${required ? '*' : ''}${term}`),
    example: columns.map(({ name }) => row[name] ?? ''),
  };
}

function titleOf({ kind, term }: Submission, department: string): string {
  const trial = `npm run import -- ${kind} <file> --source synthetic-template --department ${department} --dry-run`;
  return (
    `${term.zh}（${kind}）导入模板。第 2 行为各列说明，第 3 行为表头（* 为必填），第 4 行为合成示例，请以实际记录替换。试运行：${trial} ` +
    `Template of ${kind}. Line 2 explains the columns, line 3 is the header (* is required), line 4 a synthetic example to be replaced.`
  );
}

function explanationOf(column: Column): string {
  const { says, shape, values } = formOf(column);
  const listed = values.length > 0 ? ` ${values.join('; ')}` : '';
  const [need, needed] = column.required ? ['必填', 'Required'] : ['可不填', 'Optional'];
  return `${need}。${says.zh}。${shape.zh}。 ${needed}. ${says.en} Written as ${shape.en}.${listed}`;
}
