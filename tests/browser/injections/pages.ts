import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { startReplyServer } from '../../../examples/server/command.ts';
import { freePort } from '../../../examples/server/ports.ts';
import { armed } from '../../support/canary.ts';
import { broadside } from '../../support/command.ts';
import type { Site } from '../../support/site.ts';
import { everywhere, raw, replies } from './articles.ts';
import { markup } from './markup.ts';

/**
 * Returns what `broadside build` makes of a text in every position, by the path of the page. It refuses bad addresses.
 */
export async function builtPages(test: TestContext, host: Site): Promise<Map<string, string>> {
  const folder = await publisher(test);
  for (const [i, one] of markup.entries()) {
    const text = armed(one.html.replaceAll('\n', ' '), i, host.url());
    const markdown = armed(raw(one), i, host.url());
    await write(folder, `content/a${i}/en.md`, `---\n${frontMatter(text)}---\n${everywhere(text)}\n\n${markdown}`);
    await write(folder, `content/a${i}/p.svg`, '<svg xmlns="http://www.w3.org/2000/svg"/>');
  }
  broadside(['build', folder, '-o', join(folder, 'site')]);
  const page = (i: number): Promise<string> => readFile(join(folder, 'site', `a${i}`, 'en/index.html'), 'utf8');
  return new Map(await Promise.all(markup.map(async (_, i) => [`a${i}/en/`, await page(i)] as const)));
}

/** Returns the pages with which `broadside serve` shows the replies to readers without script. */
export async function replyPages(test: TestContext, host: Site): Promise<Map<string, string>> {
  const folder = await publisher(test);
  await write(folder, 'content/a/en.md', '---\ntitle: A title\n---\nText.');
  const port = await freePort(0);
  const endpoint = `http://localhost:${port}/v1/articles/a/replies`;
  broadside(['build', folder, '-o', join(folder, 'site'), '--replies', `http://localhost:${port}/`]);
  const server = await startReplyServer(join(folder, 'site'), join(folder, 'replies.sqlite'), port);
  test.after(() => server.stop());
  for (const [i, reply] of replies.entries()) {
    const { name, text } = JSON.parse(armed(JSON.stringify(reply), i, host.url())) as { name: string; text: string };
    await send(endpoint, name.slice(0, 80), text.slice(0, 10_000), i % 2 === 1);
  }
  const answer = await fetch(`${endpoint}?limit=100`, { headers: { accept: 'text/html' } });
  const html = await answer.text();
  assert.ok(html.split('class="reply"').length > 50, html);
  return new Map([['replies/', html]]);
}

/** Sends a reply with this text, or one that becomes it by an edit. */
async function send(endpoint: string, name: string, text: string, byEdit: boolean): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const sent = { name, email: 'ana@example.com', text: byEdit ? 'Before the edit' : text, key: crypto.randomUUID() };
  const posted = await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify(sent) });
  if (!byEdit || !posted.ok) return;
  const { reply, token } = (await posted.json()) as { reply: { id: string }; token: string };
  const edited = await fetch(`${endpoint}/${reply.id}`, {
    method: 'PATCH',
    headers: { ...headers, authorization: `Bearer ${token}` },
    body: JSON.stringify({ text }),
  });
  assert.equal(edited.status, 200);
}

async function publisher(test: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'broadside-injection-'));
  test.after(() => rm(folder, { recursive: true, force: true }));
  const name = JSON.stringify('"><img src=x onerror=boom(0)>');
  await write(
    folder,
    'broadside.yaml',
    `publisher:\n  name: ${name}\ndefault: en\nurl: https://x.test/\nlicense: ${name}\n`,
  );
  return folder;
}

/** A string in JSON is also a string in YAML. */
function frontMatter(text: string): string {
  const quoted = JSON.stringify(text);
  const lead = ['alt', 'caption', 'credit'].map((member) => `  ${member}: ${quoted}\n`).join('');
  return `title: ${quoted}\ndek: ${quoted}\nauthors: [${quoted}]\nhtml: sanitize\nlead:\n  src: p.svg\n${lead}`;
}

async function write(folder: string, path: string, text: string): Promise<void> {
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), text);
}
