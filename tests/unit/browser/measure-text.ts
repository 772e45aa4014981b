import { openBrowser } from '../../support/browser';

const PAGE = `<p><code id="latin">query OneMatter</code></p><p><code id="chinese">城镇燃气一件事</code></p>
  <style>code { font: 16px monospace }</style>`;

/** Prints how wide the browser of the tests draws monospaced text. */
async function main(): Promise<void> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent(PAGE);
    const [latin, chinese] = [
      await page.locator('#latin').boundingBox(),
      await page.locator('#chinese').boundingBox(),
    ];
    await page.screenshot();
    process.stdout.write(`widths: ${latin?.width ?? 0} ${chinese?.width ?? 0}\n`);
  } finally {
    await browser.close();
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
