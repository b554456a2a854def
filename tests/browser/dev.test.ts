import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { suite, test, type TestContext } from 'node:test';
import { errorsOf, useChromium } from '../support/browser.ts';
import { broadside, command } from '../support/command.ts';

const dist = join(import.meta.dirname, '../../web/dist');

const head = '---\ntitle: A Tale\npublished: 2021-03-14\n---\n';
const paragraphs = Array.from({ length: 60 }, (_, number) => `Paragraph ${number}.\n`).join('\n');

/** A publisher's folder with one article, and `broadside dev` that shows it. */
class Publisher {
  readonly folder = mkdtempSync(join(tmpdir(), 'broadside-dev-'));
  url = '';
  #end: () => Promise<number | null> = () => Promise.resolve(null);

  constructor(test: TestContext) {
    test.after(async () => {
      await this.end();
      rmSync(this.folder, { recursive: true });
    });
    this.write('broadside.yaml', 'publisher: {name: The Desk}\ndefault: en\nurl: https://news.example/\n');
    this.write('content/tale/en.md', head + paragraphs);
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true });
    writeFileSync(join(this.folder, name), text);
  }

  /** Writes a file as many editors do: beside the old one, which it then replaces. */
  replace(name: string, text: string): void {
    this.write(`${name}.new`, text);
    renameSync(join(this.folder, `${name}.new`), join(this.folder, name));
  }

  async start(args: readonly string[] = []): Promise<void> {
    const child = spawn(command, ['dev', this.folder, '--port', '0', ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
    const ended = once(child, 'exit') as Promise<[number | null]>;
    this.#end = async () => {
      child.kill('SIGINT');
      return (await ended)[0];
    };
    for await (const line of createInterface(child.stdout)) {
      this.url = /http:\S+/.exec(line)?.[0] ?? '';
      if (this.url) return;
    }
    throw new Error('broadside dev ended');
  }

  /** Ends the command as Ctrl-C does, and returns its exit status. */
  end(): Promise<number | null> {
    return this.#end();
  }
}

suite('broadside dev', () => {
  const visitors = useChromium('the pages are looked at by those who write them, in the browser that they have');

  test('changes the page in its place, shows a mistake in it, and goes on when that is mended', async (t) => {
    const publisher = new Publisher(t);
    await publisher.start(['--loader', dist]);
    const page = await visitors.open();
    const errors = errorsOf(page);
    const lost: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400 && !response.url().endsWith('/favicon.ico')) lost.push(response.url());
    });
    // The text as it was built stands below the widget, but is not seen.
    const text = (words: string) => page.getByText(words).filter({ visible: true });
    await page.goto(`${publisher.url}tale/en/`);
    await text('Paragraph 59.').waitFor();
    await page.evaluate(() => {
      scrollTo(0, 900);
    });
    const panel = page.getByRole('status', { name: 'broadside dev' });

    publisher.replace('content/tale/en.md', `${head}${paragraphs}\nThe end.\n`);
    await text('The end.').waitFor();
    await page.waitForFunction(() => scrollY === 900);
    assert.equal(await panel.count(), 0);

    publisher.write('content/tale/en.md', `${head.replace('2021-03-14', 'soon')}${paragraphs}\nThe very end.\n`);
    await panel.getByText('published: must be a date such as 2021-03-14').waitFor();
    const shown = await panel.innerText();
    assert.match(shown, /content\/tale\/en\.md:3\n/);
    assert.match(shown, /Not built: 1 fault/);
    assert.ok(await text('The end.').isVisible());
    assert.equal(await page.evaluate(() => scrollY), 900);

    publisher.write('content/tale/en.md', `${head}${paragraphs}\nThe very end.\n`);
    await text('The very end.').waitFor();
    await page.waitForFunction(() => scrollY === 900);
    assert.equal(await panel.count(), 0);
    assert.deepEqual(lost, []);
    assert.deepEqual(
      errors.filter((error) => !error.startsWith('Failed to load resource')),
      [],
    );
  });

  test('shows what has to be mended first, follows new and renamed folders, and ends with Ctrl-C', async (t) => {
    const publisher = new Publisher(t);
    publisher.write('content/tale/en.md', '---\ntitle: A Tale\n');
    await publisher.start();
    const page = await visitors.open();
    await page.goto(publisher.url);
    await page.getByRole('heading', { name: 'This site has not been built yet' }).waitFor();
    await page.getByText('content/tale/en.md').waitFor();

    publisher.write('content/tale/en.md', head + paragraphs);
    await page.getByRole('link', { name: 'A Tale' }).waitFor();
    publisher.write('content/other/en.md', '---\ntitle: Another\ndraft: true\n---\nText, with [a link](missing.md).\n');
    await page.getByRole('link', { name: 'Another' }).waitFor();
    await page.getByText('1 remark').click();
    await page.getByText('there is no such text').waitFor();
    renameSync(join(publisher.folder, 'content/other'), join(publisher.folder, 'content/renamed'));
    publisher.write('content/renamed/en.md', '---\ntitle: Renamed\n---\nText.\n');
    await page.getByRole('link', { name: 'Renamed' }).waitFor();
    assert.equal(await page.getByRole('link', { name: 'Another' }).count(), 0);
    assert.equal(await publisher.end(), 0);
    await page.getByText('broadside dev has ended').waitFor();
  });

  test('answers this machine alone, under the policy of the site', async (t) => {
    const publisher = new Publisher(t);
    await publisher.start();
    const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
      fetch(new URL(path, publisher.url), { headers, redirect: 'manual' });
    const policy = (await ask('tale/en/')).headers.get('content-security-policy') ?? '';
    assert.match(
      policy,
      /default-src 'none';.*; script-src http:\/\/localhost:\d+\/broadside-frame\.js http:\S+\/\.desk\//,
    );
    assert.equal((await ask('tale/en')).headers.get('location'), '/tale/en/');
    assert.equal((await ask('tale/none/')).status, 404);
    assert.equal((await ask('', { origin: 'https://other.example' })).headers.get('access-control-allow-origin'), null);
    const local = 'http://localhost:1234';
    assert.equal((await ask('', { origin: local })).headers.get('access-control-allow-origin'), local);
  });
});

test('no page that broadside build makes has the script of broadside dev', (t) => {
  const publisher = new Publisher(t);
  const site = join(publisher.folder, 'site');
  broadside(['build', publisher.folder, '-o', site, '--loader', dist, '--headers']);
  const names = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(html|js|json)$|_headers/.test(name),
  );
  assert.ok(names.length > 10);
  for (const name of names) assert.doesNotMatch(readFileSync(join(site, name), 'utf8'), /\.desk\//, name);
});
