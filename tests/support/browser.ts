import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';
import { ROOT, read } from './sources';

type Env = Record<string, string>;
interface Executable {
  path: string;
  env: Env;
}

const INSTALLED = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const ON_A_MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** A real browser without a window, that can reach this machine only. */
export async function openBrowser(): Promise<Browser> {
  const { path, env } = isLinuxX64() ? await packaged() : installed();
  const { PATH = '', HOME = tmpdir() } = process.env;
  return chromium.launch({
    executablePath: path,
    env: { PATH, HOME, ...env },
    args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
}

function isLinuxX64(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * The Chromium of the package @sparticuz/chromium, unpacked once per version. It is made for AWS Lambda, where libnss3 and
 * its kin are missing: the package brings them, and they are used where the system has none of its own.
 */
async function packaged(): Promise<Executable> {
  const { version } = JSON.parse(read('node_modules/@sparticuz/chromium/package.json')) as {
    version: string;
  };
  const folder = join(tmpdir(), `onematter-browser-${version}`);
  if (!existsSync(folder)) await unpack(folder);
  const path = join(folder, 'chromium');
  const own: Env = { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  const candidates = [own, { ...own, LD_LIBRARY_PATH: join(folder, 'al2023/lib') }];
  const env = candidates.find((each) => starts(path, each));
  if (!env)
    throw new Error(`the packaged Chromium does not start here: ${complaint(path, candidates[1] ?? own)}`);
  return { path, env };
}

/** The package unpacks to the folder for temporary files, and all that it brings only where it believes itself in AWS Lambda. */
async function unpack(folder: string): Promise<void> {
  mkdirSync(tmpdir(), { recursive: true });
  const draft = mkdtempSync(`${folder}.new-`);
  const program = "import('@sparticuz/chromium').then((unpacker) => unpacker.default.executablePath())";
  const env = { ...process.env, TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };
  try {
    await promisify(execFile)(process.execPath, ['-e', program], { cwd: ROOT, env });
    writeFileSync(join(draft, 'fonts.conf'), fontsConf(folder));
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // else another run was quicker
  }
}

/**
 * The package's own fonts.conf names /tmp/fonts and folders of AWS Lambda. Where there are none of these the browser finds
 * no font, and its page crashes or draws nothing. Only its own fonts are named: a test must see the same on every machine.
 */
function fontsConf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${escapeXml(join(folder, 'fonts'))}</dir>
  <cachedir>${escapeXml(join(folder, 'fonts-cache'))}</cachedir>
</fontconfig>
`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function starts(path: string, env: Env): boolean {
  return spawnSync(path, ['--version'], { env }).status === 0;
}

function complaint(path: string, env: Env): string {
  return spawnSync(path, ['--version'], { env, encoding: 'utf8' }).stderr.trim() || 'it says nothing';
}

function installed(): Executable {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const path = [...INSTALLED.flatMap((name) => folders.map((folder) => join(folder, name))), ON_A_MAC].find(
    (each) => existsSync(each),
  );
  if (path) return { path, env: {} };
  throw new Error(
    `The test of the sandbox needs a browser: only for Linux on x64 does one come with npm, and PATH has none of ${INSTALLED.join(', ')}.`,
  );
}
