import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { EXAMPLES, type Example } from '../../gateway/sandbox/queries';
import { openBrowser } from '../support/browser';
import { startCommand, type Child } from '../support/child';
import type { TestDatabase } from '../support/database';
import { demoDatabase } from '../support/demo-database';
import { postTo } from '../support/http';
import { TEST_DATA_KEY } from '../support/settings';
import { ROOT } from '../support/sources';

const LINXIANG = '临湘市市场监管执法员 · Market supervision officer, Linxiang';
const folder = mkdtempSync(join(tmpdir(), 'onematter-sandbox-'));
let database: TestDatabase;
let gateway: Child;
let address: string;
let browser: Browser;
let page: Page;
interface Offered {
  id: string;
  token: string | null;
  purpose: string | null;
}

/** What the page has done that it must not, and what it has asked for elsewhere. */
const faults: string[] = [];
const strangers: string[] = [];

beforeAll(async () => {
  if (!existsSync(join(ROOT, 'gateway/sandbox/dist/index.html')))
    throw new Error('the sandbox is not built: run npm run build');
  database = await demoDatabase();
  gateway = startCommand(['start'], {
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    DATA_KEY: TEST_DATA_KEY,
    PORT: '0',
    LOG_LEVEL: 'silent',
  });
  [browser, [, address = '']] = await Promise.all([
    openBrowser(),
    gateway.line(/^OneMatter is ready: (\S+)\/$/m),
  ]);
  page = await openPage();
});
afterAll(async () => {
  await browser?.close();
  await gateway?.stop();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function openPage(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const isOwn = (url: string) => url.startsWith(`${address}/`) || /^(data|blob):/.test(url);
  context.on('request', (request) => void (isOwn(request.url()) || strangers.push(request.url())));
  await context.route(
    (url) => !isOwn(url.href),
    (route) => route.abort(),
  );
  const opened = await context.newPage();
  opened.setDefaultTimeout(15_000);
  opened.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  opened.on(
    'console',
    (message) => void (message.type() === 'error' && faults.push(`console: ${message.text()}`)),
  );
  await opened.exposeFunction('reportViolation', (violation: string) => faults.push(`policy: ${violation}`));
  await opened.addInitScript(`addEventListener('securitypolicyviolation', (event) =>
    reportViolation(event.violatedDirective + ' ' + event.blockedURI))`);
  return opened;
}

/** What an editor shows; Monaco writes its spaces as no-break ones. */
const shown = async (editor: string) =>
  (await page.locator(`${editor} .view-lines`).innerText()).replaceAll('\u00a0', ' ');
const answer = () => shown('.result-window');

async function run(until: RegExp): Promise<string> {
  await page.locator('.graphiql-execute-button').click();
  await eventually(async () => expect(await answer()).toMatch(until));
  return answer();
}

async function eventually(check: () => Promise<void>): Promise<void> {
  for (const until = Date.now() + 15_000; Date.now() < until; await sleep(100)) {
    const failed = await check().catch((error: Error) => error);
    if (!failed) return;
  }
  await check();
}

describe('the sandbox', () => {
  test('GET / MUST open it with the question of one matter in the editor', async () => {
    const response = await page.goto(`${address}/`, { waitUntil: 'networkidle' });
    expect(response?.status()).toBe(200);
    expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
    await page.locator('.graphiql-query-editor .view-lines').waitFor();
    expect(await shown('.graphiql-query-editor')).toMatch(/query OneMatter \{\s+matter\(code: "URBAN_GAS"\)/);
  });

  test('running it MUST show the answer', async () => {
    expect(await run(/"name": "城镇燃气"/)).toMatch(/住房和城乡建设部/);
  });

  test.each(EXAMPLES.map((example): [string, Example] => [example.title, example]))(
    'the example %s MUST be answered whole for the persona that it is meant for',
    async (_, { query, variables, persona = 'public' }) => {
      const offered = (await (await fetch(`${address}/sandbox/personas`)).json()) as { personas: Offered[] };
      const asking = offered.personas.find(({ id }) => id === persona);
      expect(asking).toBeDefined();
      const { data, errors } = await postTo(address, query, {
        variables,
        token: asking?.token,
        purpose: asking?.purpose,
      });
      // the public asks SHARING to see what it is refused
      if (query.includes('SharingLevels')) expect(JSON.stringify(errors)).toContain('SHARING_DENIED');
      else expect(errors).toBeUndefined();
      for (const value of Object.values(data)) expect(value).not.toBeNull();
    },
  );

  test('picking the persona of 临湘市 MUST change whom the gateway takes us for', async () => {
    await page.getByRole('button', { name: /Who am I/ }).click();
    await sleep(1_000); // GraphiQL reads which operation is there when nothing was typed for a moment
    expect(await run(/"viewer"/)).toMatch(/"department": null/);
    await page.locator('#persona').selectOption({ label: LINXIANG });
    const linxiang = await run(/"department": \{/);
    expect(linxiang).toMatch(/"name": "临湘市市场监督管理局"/);
    expect(linxiang).toMatch(/"share:conditional"/);
  });

  test('ticking fields in the explorer MUST write the query that is run', async () => {
    await page.getByRole('button', { name: /Who am I/ }).click();
    await page.getByRole('button', { name: 'Show 勾选查询 · Explorer' }).click();
    await page.locator('#persona').selectOption({ label: LINXIANG });
    const explorer = page.locator('.explorer');
    const ticked = (name: string) => explorer.getByRole('checkbox', { name, exact: true });
    await eventually(async () => expect(await ticked('viewer Viewer').isChecked()).toBe(true));
    await ticked('viewer Viewer').uncheck();
    await ticked('enterprise Enterprise').check();
    await eventually(async () =>
      expect(await shown('.graphiql-query-editor')).toMatch(/enterprise\(uscc: ""\) \{\s+uscc\s+\}/),
    );
    await ticked('enterprise Enterprise').uncheck();
    await explorer.getByRole('button', { name: 'viewer', exact: true }).click();
    await ticked('subject String').check();
    await eventually(async () =>
      expect(await shown('.graphiql-query-editor')).toMatch(/\{\s+viewer \{\s+subject\s+\}\s+\}/),
    );
    await sleep(1_000);
    expect(await run(/"subject"/)).toMatch(
      /^\{\s+"data": \{\s+"viewer": \{\s+"subject": "\S+"\s+\}\s+\},\s+"extensions": \{\s+"cost": \{[^}]+\}\s+\}\s+\}$/,
    );
  });

  test('all of it MUST have come from the gateway itself', () => {
    expect(strangers).toEqual([]);
  });

  test('nothing MUST have been said on the console or refused by the content security policy', () => {
    expect(faults).toEqual([]);
  });

  test('a script and a picture from elsewhere MUST be noticed and refused by the policy: else all of this would prove nothing', async () => {
    const before = faults.length;
    await page.evaluate(`for (const [tag, name] of [['script', 'src'], ['img', 'src']]) {
      document.body.append(Object.assign(document.createElement(tag), { [name]: 'https://cdn.example/' + tag }));
    }`);
    await eventually(async () =>
      expect(faults.slice(before).filter((fault) => fault.startsWith('policy:'))).toHaveLength(2),
    );
    expect(strangers).toEqual(['https://cdn.example/script', 'https://cdn.example/img']);
  });
});
