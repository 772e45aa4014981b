import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of the test file's own, removed after it. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'onematter-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
