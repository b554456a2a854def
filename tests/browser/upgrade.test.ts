import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import { errorsOf, goToReplies, useChromium } from '../support/browser.ts';
import { broadside } from '../support/command.ts';
import { Site } from '../support/site.ts';
import { article } from '../support/world.ts';

interface Manifest {
  folder: string;
  files: Record<string, string>;
}

const root = join(import.meta.dirname, '../..');
const dist = join(root, 'web/dist');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
}

function temporaryFolder(test: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'broadside-upgrade-'));
  test.after(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

/** Makes the loader of a later version, which differs only in the version that it states. */
function makeLaterLoader(folder: string): void {
  cpSync(dist, folder, { recursive: true });
  const script = readFileSync(join(dist, 'broadside.js'), 'utf8').replace(`"${version}"`, '"99.0.0"');
  assert.ok(script.includes('"99.0.0"'), 'the loader states its version');
  writeFileSync(join(folder, 'broadside.js'), script);
  const integrity = `sha384-${createHash('sha384').update(script).digest('base64')}`;
  const manifest = { folder: '99.0.0-later', files: { ...readManifest(folder).files, 'broadside.js': integrity } };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
}

/** Puts a loader where builds put it before it had a folder of its own. */
function putUnversionedLoader(site: string): void {
  const names = [...Object.keys(readManifest(dist).files), 'manifest.json'];
  for (const name of names) cpSync(join(dist, name), join(site, 'broadside', name));
  appendFileSync(join(site, '.broadside-build/files'), names.map((name) => `broadside/${name}\0`).join(''));
}

function serve(site: Site, folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (statSync(join(folder, name)).isFile()) site.put(name, readFileSync(join(folder, name)));
}

suite('a host that pinned a loader', () => {
  const visitors = useChromium('what is tested is which files an older loader asks for');

  test('keeps it, with its core and its words, when the publisher has a later one', async (t) => {
    const publisher = temporaryFolder(t);
    const out = join(publisher, 'out');
    const site = await Site.start(t);
    const host = await Site.start(t);
    const content = join(publisher, 'content/tale');
    cpSync(join(import.meta.dirname, '../../examples/publisher/content/north-korea'), content, { recursive: true });
    writeFileSync(
      join(publisher, 'broadside.yaml'),
      `publisher: {name: The Desk}\ndefault: en\nurl: ${site.url()}\nreplies: ${site.url()}\n`,
    );
    broadside(['build', publisher, '-o', out, '--loader', dist]);
    putUnversionedLoader(out);
    makeLaterLoader(join(publisher, 'later'));
    const pasted = broadside(['build', publisher, '-o', out, '--loader', join(publisher, 'later')]);
    serve(site, out);

    const { folder, files } = readManifest(dist);
    const tag = (src: string): string =>
      `<script async src="${site.url(src)}" integrity="${files['broadside.js']}" crossorigin="anonymous"></script>
      <broadside-article src="${site.url('tale/article.json')}"></broadside-article>`;
    const pages = {
      versioned: tag(`broadside/${folder}/broadside.js`),
      unversioned: tag('broadside/broadside.js'),
      pasted,
    };
    for (const [name, tags] of Object.entries(pages)) {
      host.put(name, (_, response) => {
        response.setHeader('content-type', 'text/html');
        response.end(`<!doctype html><html lang="es"><meta charset="utf-8"><title>Host</title>${tags}`);
      });
      const page = await visitors.open();
      const errors = errorsOf(page);
      site.asked.length = 0;
      await page.goto(host.url(name));
      await goToReplies(page);
      await page.getByRole('heading', { name: 'Deje una respuesta' }).waitFor();
      const asked = site.asked.filter((path) => path.startsWith('/broadside/'));
      const base = name === 'versioned' ? folder : name === 'pasted' ? '99.0.0-later' : '';
      assert.deepEqual([...new Set(asked.map((path) => path.replace(/[^/]+$/, '')))], [join('/broadside', base, '/')]);
      assert.equal(asked.length, 4, `script, core, list of words and words: ${asked.join(' ')}`);
      assert.deepEqual(
        errors.filter((error) => !error.includes('404')),
        [],
      );
    }
  });

  test('shares the page with one that pinned another version, of which the first serves all', async (t) => {
    const publisher = temporaryFolder(t);
    const site = await Site.start(t);
    const host = await Site.start(t);
    const later = join(publisher, 'later');
    makeLaterLoader(later);
    const tags = [dist, later].map((loader) => {
      const { folder, files } = readManifest(loader);
      for (const name of Object.keys(files)) site.put(`broadside/${folder}/${name}`, readFileSync(join(loader, name)));
      return `<script src="${site.url(`broadside/${folder}/broadside.js`)}" integrity="${files['broadside.js']}" crossorigin="anonymous"></script>
      <broadside-article src="${site.url('article.json')}"></broadside-article>`;
    });
    site.put('article.json', JSON.stringify(article()));
    for (const first of ['99.0.0', version]) {
      host.put(
        '',
        `<!doctype html><html lang="es"><meta charset="utf-8"><title>Host</title>${tags.reverse().join('')}`,
      );
      const page = await visitors.open();
      const errors = errorsOf(page);
      site.asked.length = 0;
      await page.goto(host.url());
      for (const element of await page.locator('broadside-article').all()) {
        await element.getByRole('heading', { name: 'Un título' }).waitFor();
        await element.evaluate((node) => {
          node.scrollIntoView({ block: 'end' });
        });
        await element.getByRole('heading', { name: 'Deje una respuesta' }).waitFor();
      }
      const stated = await page.evaluate(
        () => (customElements.get('broadside-article') as { version?: string } | undefined)?.version,
      );
      assert.equal(stated, first);
      const folders = site.asked.filter((path) => /\.(wasm|json)$/.test(path) && path.startsWith('/broadside/'));
      assert.ok(
        folders.every((path) => path.startsWith(`/broadside/${first}-`)),
        folders.join(' '),
      );
      assert.equal(folders.length, 3, 'core, list of words and words, once for both');
      assert.deepEqual(
        errors.filter((error) => !error.includes('404')),
        [],
      );
    }
  });
});
