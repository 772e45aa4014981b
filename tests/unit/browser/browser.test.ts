import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from '../../support/child';
import { testFolder } from '../../support/folder';

const folder = testFolder();

/** Opens the browser of the tests in a process that finds nothing of earlier runs, unless it is given their folder. */
async function measureText(fresh: string): Promise<number[]> {
  const home = mkdtempSync(join(folder, 'home-'));
  const child = startChild('tests/unit/browser/measure-text.ts', [], {
    HOME: home,
    XDG_CACHE_HOME: join(home, 'cache'),
    TMPDIR: fresh,
  });
  const [, latin, chinese] = await child.line(/^widths: (\S+) (\S+)$/m);
  expect(await child.ended).toBe(0);
  return [Number(latin), Number(chinese)];
}

function emptyFolder(): string {
  return mkdtempSync(join(folder, 'tmp-'));
}

test('on a machine where it never ran, the browser of the tests MUST draw monospaced text, in Latin and in Chinese', async () => {
  for (const width of await measureText(emptyFolder())) expect(width).toBeGreaterThan(40);
});

test('two runs at the same time MUST not be in each other’s way, and MUST leave one unpacked browser', async () => {
  const shared = emptyFolder();
  const [one, other] = await Promise.all([measureText(shared), measureText(shared)]);
  expect(one).toEqual(other);
  for (const width of one) expect(width).toBeGreaterThan(40);
  expect(readdirSync(shared).filter((name) => name.startsWith('onematter-'))).toHaveLength(1);
});
