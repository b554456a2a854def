import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { type Demo, type DemoOptions, startDemo } from '../../examples/server/demo.ts';

/** Starts the example's host, publisher and reply server, on ports and in a folder of this test's own. */
export async function startOwnDemo(test: TestContext, options: DemoOptions = {}): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'broadside-demo-'));
  test.after(() => rm(folder, { recursive: true, force: true }));
  const demo = await startDemo({ ...options, folder });
  test.after(() => demo.stop());
  return demo;
}
