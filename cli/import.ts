import type { Command } from 'commander';
import type { ImportOptions } from '../subgraphs/import/main';
import type { Add, Environment } from './commands';
import { both } from './words';

/** `import`: what it does depends on its options, and so does what it needs. */
export const importFile: Add = (program, env, ended) =>
  program
    .command('import [kind] [file]')
    .description(
      both(
        '导入部门文件（.csv、.ndjson、.xlsx），可续传、可重复；误导入的可整批撤回。',
        'Loads an agency’s file (.csv, .ndjson or .xlsx): resumable, harmless when repeated; or takes a mistaken one back.',
      ),
    )
    .option('--source <name>', both('来源系统。', 'The system that the file comes from.'))
    .option(
      '--register',
      both('先为该部门登记来源系统。', 'Registers the source for the department first.'),
      false,
    )
    .option(
      '--revision <number>',
      both('版本号，更正须更高。', 'The revision of the records; higher to correct.'),
    )
    .option('--rejects <file>', both('被拒记录的文件。', 'Where rows that are refused are written.'))
    .option('--encoding <name>', both('编码。', 'utf-8 or gb18030, if it is not to be guessed.'))
    .option(
      '--sheet <name>',
      both('工作表，多个表有数据时须指明。', 'The sheet of a workbook, where several hold rows.'),
    )
    .option(
      '--department <kind>',
      both('报送部门类别。', 'The kind of department that submits.'),
      'MARKET_SUPERVISION',
    )
    .option(
      '--region <code>',
      both('辖区，默认全国。', 'The region it may act in, the whole country if none is named.'),
    )
    .option('--again', both('从头重新导入。', 'Begins anew with a file that was imported.'), false)
    .option(
      '--dry-run',
      both('试运行：校验全部记录而不写入。', 'Checks every row as the import would, and writes nothing.'),
      false,
    )
    .option(
      '--take-back <import>',
      both('整批撤回此报送批次。', 'Takes this import back, as its report names it.'),
    )
    .option('--reason <text>', both('撤回理由，记入审计。', 'Why it is taken back; it is put on record.'))
    .option(
      '--template [kind]',
      both(
        '写出此类（all 为全部）的导入模板（.xlsx、.csv）；不写类别则列出全部类别。',
        'Writes the templates (.xlsx, .csv) of a kind, or of all; without a kind, lists the kinds.',
      ),
    )
    .option('--to <folder>', both('模板写入的文件夹。', 'The folder that templates are written to.'), '.')
    .action(
      async (kind: string | undefined, file: string | undefined, given: ImportGiven, command: Command) => {
        const { takeBack, reason, source, template, to, ...options } = given;
        if (template !== undefined) {
          if (file !== undefined || (kind !== undefined && template !== true))
            return lacks(command, 'excessArguments', '--template');
          const { writeTemplates } = await import('../subgraphs/import/template/command.ts');
          return ended(await writeTemplates(template === true ? (kind ?? null) : template, to));
        }
        if (takeBack !== undefined) {
          if (kind !== undefined) return lacks(command, 'excessArguments', '--take-back');
          if (reason === undefined) return lacks(command, 'missingMandatoryOptionValue', '--reason <text>');
          const { kindOfImport, takeBackImport } = await import('../subgraphs/import/take-back.ts');
          await refuseUnreadyImport(env, kindOfImport(takeBack));
          return ended(await takeBackImport(takeBack, { ...options, reason }, env));
        }
        if (kind === undefined) return lacks(command, 'missingArgument', 'kind');
        if (file === undefined) return lacks(command, 'missingArgument', 'file');
        if (source === undefined) return lacks(command, 'missingMandatoryOptionValue', '--source <name>');
        const { importFile } = await import('../subgraphs/import/main.ts');
        await refuseUnreadyImport(env, kind);
        ended(await importFile(kind, file, { ...options, source }, env));
      },
    );

interface ImportGiven extends Omit<ImportOptions, 'source'> {
  source?: string;
  takeBack?: string;
  reason?: string;
  /** True where no kind follows it. */
  template?: string | true;
  to: string;
}

/** What one use of a command needs and another does not. */
function lacks(command: Command, what: string, name: string): never {
  return command.error(`'${name}'`, { code: `commander.${what}` });
}

async function refuseUnreadyImport(env: Environment, kind: string): Promise<void> {
  const { submissionOf } = await import('../subgraphs/import/operator.ts');
  const { planOfWork, refuseUnready } = await import('./checks/ready.ts');
  const { definition } = submissionOf(kind);
  await refuseUnready(env, () => planOfWork('migrates', definition.name));
}
