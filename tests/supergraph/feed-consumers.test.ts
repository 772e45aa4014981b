import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { backUpFeed } from '../support/backup';
import { testDatabase } from '../support/database';
import {
  Following,
  bareInterpreter,
  copyIn,
  feedConsumers,
  runOnce,
  type Ended,
  type Language,
} from '../support/feed-consumers';
import { testFolder } from '../support/folder';
import { forgeries, withOwnKeys } from '../support/forgeries';
import { Mirror, SNAPSHOT, faithful } from '../support/mirror';
import { startPlatform, type Platform } from '../support/platform';
import { make } from '../subgraphs/credit/sample';

const SUBMIT = `mutation ($records: [ListingInput!]!) { submitListings(source: "test", records: $records) { accepted rejected { message } } }`;
/** What is published, by the listings themselves. */
const PUBLISHED = `SELECT id, credit.listing_line(listing) AS line FROM credit.dishonesty_listing AS listing WHERE status = 'LISTED'`;

/** One of the consumers, and the file of its own that it keeps its copy in. */
interface Kept {
  language: Language;
  file: string;
  /** Takes over all there is, from the mirror. */
  once: (...more: string[]) => Promise<Ended>;
  follow: () => Following;
}

describe('the consumers of docs/feed-consumer', () => {
  const folder = testFolder();
  let languages: Language[];
  let platform: Platform;
  let mirror: Mirror;
  let number = 0;
  beforeAll(async () => {
    languages = feedConsumers(folder);
    platform = await startPlatform('local', { PUBLIC_POINTS: '999999999' }, testDatabase);
    mirror = await new Mirror(platform.address).start();
    await list(1, 2, 3);
  });
  afterAll(async () => {
    await mirror?.stop();
    await platform?.stop();
  });
  afterEach(() => {
    mirror.change = faithful;
    mirror.from = platform.address;
  });

  const submit = async (records: object[]) => {
    const token = await platform.token('MARKET_SUPERVISION', '000000', 'write:credit');
    const { data } = await platform.post(SUBMIT, { token, variables: { records } });
    expect(data.submitListings).toMatchObject({ accepted: records.length });
  };
  const decided = (at: number | string) => ({
    sourceId: String(at),
    basisDocument: `临市监罚决〔2026〕${at}号`,
  });
  const list = (...which: (number | string)[]) => submit(which.map((at) => make.listing(decided(at))));
  const revoke = (at: number | string) => submit([make.revoked({ ...decided(at), revision: 2 })]);
  const published = async () =>
    Object.fromEntries(
      (await platform.sql<{ id: string; line: string }>(PUBLISHED)).map(({ id, line }) => [id, line]),
    );

  /** Does the same with every consumer, all at once; each has a file that no other test has. */
  const withEach = async (work: (kept: Kept) => Promise<void>) => {
    const test = ++number;
    const all = languages.map((language) => {
      const file = join(folder, `${test}-${language.name}.json`);
      const args = ['--api', mirror.address, '--file', file];
      return {
        language,
        file,
        once: (...more: string[]) => runOnce(language, ...args, ...more),
        follow: () => new Following(language, ...args),
      };
    });
    await Promise.all(all.map(work));
    return all;
  };
  /** Each takes over what there is: it ends well, with exactly what is published. */
  const endEqual = async (all: Kept[], says?: RegExp, ...more: string[]) => {
    const lines = await published();
    await Promise.all(
      all.map(async ({ language: { name }, file, once }) => {
        const { code, said } = await once(...more);
        expect([name, code, said]).toEqual([
          name,
          0,
          expect.stringMatching(says ?? /listings, as of change/),
        ]);
        expect([name, copyIn(file)]).toEqual([name, expect.objectContaining({ caughtUp: true, lines })]);
      }),
    );
  };
  const nothingYet = async () => {};

  test.each([[[]], [['--from-snapshot']]])(
    'begun with %j each MUST hold the list, say so, and drop what is removed',
    async (more) => {
      const all = await withEach(nothingYet);
      await list('gone');
      await endEqual(all, /listings, as of change \d+$/m, ...more);
      await submit([make.revoked({ ...decided('gone'), revision: 2 })]);
      await endEqual(all, /1 changes, up to (\d+) of \1/);
      await platform.sql(`DELETE FROM credit.dishonesty_listing WHERE source_id = 'gone'`);
    },
  );

  test('after a clean-up a copy whose cursor is too old MUST be made anew, and a new one begin', async () => {
    const all = await withEach(async ({ once }) => void (await once()));
    await list('brief');
    await revoke('brief');
    await platform.sql('SELECT credit.retire_changes(clock_timestamp())');
    await endEqual(all, /too old: a new copy/);
    await endEqual(await withEach(nothingYet), /walking the feed from its beginning/);
  });

  test('of another epoch a copy MUST be made anew; a kill in the middle MUST leave the old one, whole', async () => {
    const all = await withEach(async ({ once }) => void (await once()));
    await platform.sql('UPDATE credit.dishonesty_feed SET epoch = gen_random_uuid()');
    await list('more');
    mirror.change = (_, answer) => (answer.body.includes('"LISTED"') ? 'held' : answer);
    await Promise.all(
      all.map(async ({ file, follow }) => {
        const before = readFileSync(file, 'utf8');
        const child = follow();
        await until(() => child.said.includes('too old'));
        await sleep(200);
        await child.kill();
        expect(readFileSync(file, 'utf8')).toBe(before);
      }),
    );
    mirror.change = faithful;
    await endEqual(all, /too old: a new copy/);
  });

  test('killed while its first copy comes a consumer MUST begin again', async () => {
    mirror.change = (path, answer) => (path === SNAPSHOT ? 'held' : answer);
    const all = await withEach(async ({ language, file }) => {
      const child = new Following(language, '--api', mirror.address, '--file', file, '--from-snapshot');
      await until(() => child.said.includes('taking the whole list'));
      await child.kill();
      expect(existsSync(file)).toBe(false);
    });
    mirror.change = faithful;
    await endEqual(all);
  });

  test('after a restored backup a copy of what was lost MUST be made anew, though its number was given again', async () => {
    const backup = await backUpFeed(platform.config.databaseUrl ?? '');
    await list('lost');
    const all = await withEach(async ({ once }) => void (await once()));
    await backup.restore();
    await backup.close();
    await list('other', 'another');
    await endEqual(all, /too old: a new copy/);
  });

  test('when the keys are renewed those who follow MUST take the new ones and go on', async () => {
    const following: Following[] = [];
    const all = await withEach(async ({ file, follow }) => {
      following.push(follow());
      await until(() => copyIn(file)?.caughtUp === true);
    });
    const same = { url: platform.config.databaseUrl ?? '', drop: async () => {} };
    const renewed = await startPlatform(
      'local',
      { SIGNING_KEY: 'another signing key of tests, to be taken' },
      async () => same,
    );
    try {
      mirror.from = renewed.address;
      await list('signed otherwise');
      // the first answer may still be one that the former platform was asked for
      await until(() =>
        following.every(({ said }) => said.match(/taking the published keys[^]*taking the published keys/)),
      );
      const lines = await published();
      await until(() => all.every(({ file }) => isDeepStrictEqual(copyIn(file)?.lines, lines)));
    } finally {
      await Promise.all(following.map((each) => each.kill()));
      await renewed.stop();
    }
  });

  test('a copy that was tampered with MUST be mended where it differs, or taken anew where that is too much', async () => {
    const all = await withEach(async ({ once, file }) => {
      await once();
      forge(file, ['forged/1']);
    });
    await endEqual(all, /differed in 2 of 65536 buckets/);
    for (const { file } of all)
      forge(
        file,
        Array.from({ length: 100 }, (_, at) => `forged/${at}`),
      );
    await endEqual(all, /differs in too much\ntaking the whole list/);
  });

  test('who is told to ask later MUST do so', async () => {
    const refused = new Set<string>();
    mirror.change = (path, answer) => {
      if (path !== SNAPSHOT || refused.size === languages.length) return answer;
      refused.add(`${refused.size}`);
      return { status: 429, headers: { 'retry-after': '1' }, body: '{}' };
    };
    await endEqual(await withEach(nothingYet), /asked too often: waiting 1 s/, '--from-snapshot');
  });

  describe('by a mirror', () => {
    test.each(forgeries)('%s MUST be found out, and nothing of it be kept', async (what, change, says) => {
      mirror.change = change;
      const more = what.includes('list') ? ['--from-snapshot'] : [];
      await withEach(async ({ language: { name }, file, once }) => {
        expect([name, await once(...more)]).toEqual([name, { code: 3, said: expect.stringMatching(says) }]);
        expect(existsSync(file)).toBe(false);
      });
    });

    test('that has keys of its own MUST be found out by who takes the keys from the publisher', async () => {
      mirror.change = withOwnKeys;
      await withEach(async ({ file, once }) => {
        const { code, said } = await once('--from-snapshot', '--keys', platform.address);
        expect([code, said]).toEqual([3, expect.stringMatching(/key that is not published: own/)]);
        expect(existsSync(file)).toBe(false);
      });
    });
  });

  test('the one in Python MUST say that it checks no signature where it cannot', async () => {
    if (!languages.some(({ name }) => name === 'Python')) return;
    const file = join(folder, 'unchecked.json');
    const { code, said } = await runOnce(bareInterpreter, '--api', mirror.address, '--file', file);
    expect([code, said]).toEqual([0, expect.stringMatching(/signatures were NOT checked/)]);
    expect(copyIn(file)?.lines).toEqual(await published());
  });
});

/** Alters a line of a copy and adds others. */
function forge(file: string, ids: string[]): void {
  const copy = JSON.parse(readFileSync(file, 'utf8')) as { lines: Record<string, string> };
  const [line = ''] = Object.values(copy.lines);
  copy.lines['test/2'] = `${copy.lines['test/2']} `;
  for (const id of ids) copy.lines[id] = line.replace(/"id":"[^"]*"/, `"id":"${id}"`);
  writeFileSync(file, JSON.stringify(copy));
}

async function until(isSo: () => unknown): Promise<void> {
  for (const end = Date.now() + 30_000; !isSo(); await sleep(50))
    if (Date.now() > end) throw new Error('it does not come to pass');
}
