import type { AskedRetention } from '../subgraphs/retention';
import type { Add } from './commands';
import { both } from './words';

/** `retention`: one record is named where one is meant. */
export const retention: Add = (program, env, ended) =>
  program
    .command('retention <what> [rule] [key]')
    .description(
      both(
        '个人信息的保存期限：list 查看到期的，erase 删除到期的（可中断后继续），request 按个人请求删除，hold、release 登记和解除保留。',
        'How long personal data are kept: list what is due, erase it (goes on where it was interrupted), request: erase since the person asks, hold and release what a dispute needs.',
      ),
    )
    .option('--on <date>', both('list：以该日为准。', 'With list: as it will be on that day.'))
    .option('--document <number>', both('依据文书号。', 'The document that it rests on.'))
    .option('--why <reason>', both('hold：事由。', 'With hold: why.'))
    .action(
      async (
        what: string,
        rule: string | undefined,
        key: string | undefined,
        given: Omit<AskedRetention, 'rule' | 'key'>,
      ) => {
        const { retentionWork, workOnRetention } = await import('../subgraphs/retention.ts');
        const asked = { rule, key, ...given };
        const work = retentionWork(what, asked);
        const { planOfWork, refuseUnready } = await import('./checks/ready.ts');
        await refuseUnready(env, () => planOfWork('reads'));
        ended(await workOnRetention(work, asked, env));
      },
    );
