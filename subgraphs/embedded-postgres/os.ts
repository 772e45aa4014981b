import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { createServer } from 'node:net';

/** Who runs PostgreSQL: ourselves (empty), or, as PostgreSQL refuses root, an OS user without rights. */
export type Account = { uid?: number; gid?: number };

export const works = (program: string, args: string[], account: Account): boolean =>
  spawnSync(program, args, asOf(account)).status === 0;

/** An empty environment keeps our keys out of PostgreSQL's; our working directory may be closed to its OS user. */
export const asOf = (account: Account) => ({ ...account, cwd: '/', env: { LC_ALL: 'C' } });

export const freePort = (): Promise<number> => listened(0);
export const isFree = (port: number): Promise<boolean> =>
  listened(port).then(
    () => true,
    () => false,
  );

/** The port that was listened at for a moment. */
async function listened(port: number): Promise<number> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** '' where there is no such file. */
export function read(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes(codeOf(error))) return '';
    throw error;
  }
}

export const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/** A new name survives a power cut only once its folder is on the disk too. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = fs.openSync(folder, 'r');
  fs.fsyncSync(handle);
  fs.closeSync(handle);
}

/** Best effort: an initdb that outlived its killed parent may still be writing there. */
export function removeLeftover(draft: string): void {
  try {
    fs.rmSync(draft, { recursive: true, force: true });
  } catch {
    // the next open tries again
  }
}
