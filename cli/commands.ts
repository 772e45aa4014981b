import type { Command } from 'commander';
import type { TokenOptions } from '../gateway/token';
import type { VerifyOptions } from '../subgraphs/audit-verify';
import type { DemoDataOptions } from '../subgraphs/demo/main';
import type { AssessOptions } from '../subgraphs/matters/collect/main';
import type { DoctorOptions } from './doctor';
import { importFile } from './import';
import { retention } from './retention';
import { both } from './words';

export type Environment = Readonly<Record<string, string | undefined>>;
export type Add = (program: Command, env: Environment, ended: (code: number) => void) => void;

/** Every command, in the order of the help. Each loads what it runs only when it is called. */
export function addCommands(...given: Parameters<Add>): void {
  for (const add of [
    start,
    serve,
    migrate,
    doctor,
    token,
    demoData,
    importFile,
    assess,
    assessPoints,
    exportLists,
    verifyAudit,
    reactions,
    recount,
    keys,
    rotateKey,
    retention,
  ])
    add(...given);
}

const start: Add = (program, env, ended) =>
  program
    .command('start')
    .description(both('在一个进程内启动全部服务。', 'Runs everything in one process.'))
    .action(async () => {
      const { planOfStart, refuseUnready } = await import('./checks/ready.ts');
      await refuseUnready(env, planOfStart);
      ended(await (await import('../gateway/main.ts')).start(env));
    });

const serve: Add = (program, env, ended) =>
  program
    .command('serve <part>')
    .description(
      both(
        '单独启动一个部分：gateway 或一个子图。',
        'Runs one part alone: gateway, or a subgraph by its name.',
      ),
    )
    .action(async (part: string) => {
      const { partOf, serve } = await import('../gateway/serve.ts');
      const { planOfPart, refuseUnready } = await import('./checks/ready.ts');
      await refuseUnready(env, () => planOfPart(partOf(part)));
      ended(await serve(part, env));
    });

const migrate: Add = (program, env, ended) =>
  program
    .command('migrate')
    .description(both('升级数据库结构。', 'Brings the databases up to date, under a lock.'))
    .action(async () => {
      await refuseUnreadyWork(env, 'migrates');
      ended(await (await import('../migrations/main.ts')).migrateAll(env));
    });

const doctor: Add = (program, env, ended) =>
  program
    .command('doctor')
    .description(
      both(
        '检查设置、端口、密钥、数据库及其权限等，不作任何更改；有问题则退出码为 1。',
        'Looks at settings, ports, keys, databases, rights and the rest, and changes nothing; ends with 1 if something is wrong.',
      ),
    )
    .option('--json', both('以 JSON 打印。', 'Prints what it finds as JSON.'), false)
    .option(
      '--sql',
      both(
        '只打印管理员为各登录名须执行的语句。',
        'Only prints what an administrator runs, so that each subgraph and the migrations have a login of their own.',
      ),
      false,
    )
    .action(async (options: DoctorOptions) =>
      ended(await (await import('./doctor.ts')).doctor(options, env)),
    );

const token: Add = (program, env, ended) =>
  program
    .command('token')
    .description(both('打印开发用令牌。', 'Prints a token of the development key.'))
    .option('--department <kind>', both('部门类别。', 'The kind of department, e.g. FIRE_RESCUE.'))
    .option(
      '--body <uscc>',
      both(
        '以自己名义办理的机构，按统一社会信用代码；与 --department 二者之一。',
        'An institution that acts for itself, by its unified social credit code; instead of --department.',
      ),
    )
    .requiredOption(
      '--region <code>',
      both('辖区的行政区划代码。', 'The division that it may act in, e.g. 430682.'),
    )
    .option('--scope <scopes>', both('权限，以空格分隔。', 'Its scopes, with spaces between them.'), '')
    .option('--subject <name>', both('使用者。', 'Who acts.'), 'developer')
    .option('--department-code <code>', both('部门编码。', 'The code of the department.'))
    .option('--expires-in <time>', both('有效期。', 'How long it is valid.'), '12h')
    .action(async (options: TokenOptions) =>
      ended(await (await import('../gateway/token.ts')).printToken(options, env)),
    );

const demoData: Add = (program, env, ended) =>
  program
    .command('demo-data')
    .description(
      both('生成并载入合成数据。', 'Makes synthetic data and loads them; goes on where it was interrupted.'),
    )
    .option('--enterprises <number>', both('企业数量。', 'How many enterprises.'), '2000')
    .option('--seed <number>', both('随机种子。', 'The same seed makes the same data.'), '1')
    .option('--region <code>', both('仅限此区划。', 'Only in this division.'))
    .option(
      '--as-of <date>',
      both('数据基准日，默认 2026-11-01。', 'The day that they are made for, 2026-11-01 if none is named.'),
    )
    .action(async (options: DemoDataOptions) => {
      await refuseUnreadyWork(env, 'migrates');
      ended(await (await import('../subgraphs/demo/main.ts')).loadSynthetic(options, env));
    });

const assess: Add = (program, _, ended) =>
  program
    .command('assess')
    .description(
      both('采集季度考核指标并报送。', 'Reads the figures of a quarterly assessment and submits them.'),
    )
    .requiredOption('--quarter <quarter>', both('季度。', 'The quarter, e.g. 2026-Q3.'))
    .requiredOption('--region <code>', both('被考核地区的上级。', 'The division whose members are assessed.'))
    .requiredOption('--token <token>', both('令牌。', 'The token to ask and submit with.'))
    .option('--url <url>', both('网关地址。', 'The gateway.'), 'http://127.0.0.1:4000/graphql')
    .option(
      '--source <name>',
      both('来源系统。', 'The source that the figures are submitted under.'),
      'assess',
    )
    .option('--again', both('重新采集。', 'Collects what was collected today again.'), false)
    .action(async (options: AssessOptions) =>
      ended(await (await import('../subgraphs/matters/collect/main.ts')).assess(options)),
    );

const assessPoints: Add = (program, _, ended) =>
  program
    .command('assess:points')
    .description(
      both(
        '列出由记录数出的考核分值。',
        'Prints how many points of the assessment are computed from the books.',
      ),
    )
    .action(async () => ended((await import('../subgraphs/matters/collect/main.ts')).printPoints()));

const exportLists: Add = (program, env, ended) =>
  program
    .command('export <what>')
    .description(
      both(
        '导出已公示的名单：dishonesty、penalties、typical-cases、sampling-results。',
        'Writes a published list to files: dishonesty, penalties, typical-cases or sampling-results.',
      ),
    )
    .requiredOption('--to <folder>', both('目标文件夹。', 'The folder to write to.'))
    .action(async (what: string, { to }: { to: string }) => {
      const { exportTo, publishedAs } = await import('../subgraphs/export.ts');
      const published = publishedAs(what);
      await refuseUnreadyWork(env, 'reads', published.owner.name);
      ended(await exportTo(published, to, env));
    });

const verifyAudit: Add = (program, env, ended) =>
  program
    .command('audit:verify')
    .description(
      both(
        '校验审计日志及其在库外的链首；有误则退出码为 1，缺少应有的链首则为 2。',
        'Walks the journals and holds their heads outside against them; ends with 1 if one is broken, with 2 if heads are missing.',
      ),
    )
    .option(
      '--heads <files...>',
      both('另存的链首或日志文件。', 'Files of the log, or of heads that were kept elsewhere.'),
    )
    .action(async (options: VerifyOptions) => {
      await refuseUnreadyWork(env, 'reads');
      ended(await (await import('../subgraphs/audit-verify.ts')).verifyAll(env, options));
    });

const reactions: Add = (program, env, ended) =>
  program
    .command('reactions <what> [reaction]')
    .description(
      both(
        '各部门间的联动：list 查看，retry 重办搁置的，resume 在日志恢复备份后继续。',
        'What is done on what happens in other departments: list, retry what is set aside, resume after a journal was restored.',
      ),
    )
    .option('--key <key>', both('仅该记录。', 'Of this record only.'))
    .option('--after <number>', both('自该条之后继续。', 'With resume: goes on after this entry.'))
    .action(async (what: string, reaction: string | undefined, given: { key?: string; after?: string }) => {
      const { reactionsWork, workNamed } = await import('../subgraphs/reactions.ts');
      const work = workNamed(what);
      await refuseUnreadyWork(env, 'reads');
      ended(await reactionsWork(work, { reaction, ...given }, env));
    });

const recount: Add = (program, env, ended) =>
  program
    .command('recount')
    .description(
      both(
        '核对预先计数，有误的重新计数。',
        'Holds what is counted ahead against the rows, and counts anew what is wrong.',
      ),
    )
    .action(async () => {
      await refuseUnreadyWork(env, 'reads');
      ended(await (await import('../migrations/recount.ts')).recountAll(env));
    });

const keys: Add = (program, env, ended) =>
  program
    .command('keys')
    .description(
      both(
        '为尚无密钥的部分生成密钥，并列出各部分的公钥。',
        'Makes keys for the parts that have none, and prints the public keys of all.',
      ),
    )
    .action(async () => ended((await import('./keys.ts')).printKeys(env)));

const rotateKey: Add = (program, env, ended) =>
  program
    .command('rotate-key [subgraph]')
    .description(
      both(
        '以当前数据密钥重新封存旧密钥下的数据，服务可照常运行；可中断后继续。',
        'Seals anew under the current data key what is under an old one, beside a running service; goes on where it was interrupted.',
      ),
    )
    .action(async (subgraph: string | undefined) => {
      const { rotateKeys, subgraphOf } = await import('../subgraphs/rotate-key.ts');
      const only = subgraphOf(subgraph);
      await refuseUnreadyWork(env, 'reads', only);
      ended(await rotateKeys(only, env));
    });

async function refuseUnreadyWork(
  env: Environment,
  use: 'migrates' | 'reads',
  subgraph?: string,
): Promise<void> {
  const { planOfWork, refuseUnready } = await import('./checks/ready.ts');
  await refuseUnready(env, () => planOfWork(use, subgraph));
}
