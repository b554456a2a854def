import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { defaultTreeAdapter, type DefaultTreeAdapterMap, parse } from 'parse5';
import { serveFolder } from '../../examples/server/static.ts';
import { publisherHeaders } from '../../examples/server/publisher.ts';
import { close, freePort, listen } from '../../examples/server/ports.ts';
import { useChromium } from '../support/browser.ts';

const port = await freePort(0);
const url = `http://localhost:${port}/`;
const script = join(import.meta.dirname, '../../scripts/docs.ts');

/** The addresses to which a page leads, and the places in it to which others may lead. */
interface Links {
  readonly addresses: readonly string[];
  readonly ids: ReadonlySet<string>;
}

function linksIn(html: string): Links {
  const addresses: string[] = [];
  const ids = new Set<string>();
  const visit = (node: DefaultTreeAdapterMap['node']): void => {
    if (defaultTreeAdapter.isElementNode(node))
      for (const { name, value } of node.attrs) {
        if (name === 'href' || name === 'src') addresses.push(value);
        if (name === 'id' || name === 'name') ids.add(value);
      }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return { addresses, ids };
}

suite('the documentation, published by Broadside', () => {
  const site = mkdtempSync(join(tmpdir(), 'broadside-docs-'));
  execFileSync(process.execPath, [script, '--url', url, '--out', site], { stdio: 'pipe' });
  after(() => {
    rmSync(site, { recursive: true });
  });
  const visitors = useChromium('its pages are those of every site that Broadside builds');

  const fileAt = (path: string): string => join(site, decodeURIComponent(path), path.endsWith('/') ? 'index.html' : '');
  const own = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('index.html'));

  test('has no link or anchor that leads nowhere', () => {
    const pages = new Map<string, Links>();
    const linksOf = (file: string): Links => {
      const known = pages.get(file) ?? linksIn(readFileSync(file, 'utf8'));
      pages.set(file, known);
      return known;
    };
    const broken: string[] = [];
    let checked = 0;
    for (const name of own)
      for (const address of linksOf(join(site, name)).addresses) {
        const target = new URL(address, new URL(name, url));
        if (!target.href.startsWith(url) || target.pathname.startsWith('/v1/')) continue;
        const file = fileAt(target.pathname);
        const anchor = decodeURIComponent(target.hash.slice(1));
        const found = existsSync(file) && statSync(file).isFile() && (!anchor || linksOf(file).ids.has(anchor));
        if (!found) broken.push(`${name}: ${address}`);
        ++checked;
      }
    assert.deepEqual(broken, []);
    assert.ok(checked > 200, `${checked} links`);
  });

  test('leads from its list to a page, from there to a place in another, and to the playground', async (t) => {
    const server = await listen(port);
    t.after(() => close(server));
    server.on('request', serveFolder(site, { headers: publisherHeaders }));
    const page = await visitors.open();
    const lost: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400 && !response.url().endsWith('/favicon.ico')) lost.push(response.url());
    });
    await page.goto(url);
    await page.getByRole('link', { name: 'Publishing', exact: true }).click();
    // The text as it was built is not seen once the widget shows it.
    const follow = async (name: string): Promise<void> => {
      await page
        .locator('broadside-article')
        .evaluate((element) => (element as unknown as { ready: Promise<void> }).ready);
      await page.getByRole('link', { name, exact: true }).filter({ visible: true }).first().click();
    };
    await follow('raw HTML');
    await page.waitForURL(/\/markdown\/en\/#/);
    await page.getByRole('heading', { name: 'Raw HTML' }).filter({ visible: true }).waitFor();
    await page.goto(`${url}start/en/`);
    await follow('playground');
    await page.locator('.cm-editor').first().waitFor();
    assert.deepEqual(lost, []);
  });
});
