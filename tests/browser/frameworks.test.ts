import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before, suite, test, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { errorsOf, goToReplies, useChromium } from '../support/browser.ts';
import { usePackage } from '../support/package.ts';
import { Site } from '../support/site.ts';
import { article } from '../support/world.ts';

const examples = join(import.meta.dirname, '../../examples/frameworks');
const frameworks = ['react', 'vue', 'svelte'] as const;

/** The examples expect the publisher at the address of ./dev demo. */
const publisher = 'http://localhost:8081/';

suite('an application', () => {
  const visitors = useChromium('what is tested is how frameworks treat the element');
  const { project } = usePackage();

  before(async () => {
    for (const name of readdirSync(examples))
      if (name !== 'node_modules') cpSync(join(examples, name), join(project, name), { recursive: true });
    linkPackages(join(examples, 'node_modules'), join(project, 'node_modules'));
    // The same applications, on a page that has the script of the element, which comes late.
    for (const framework of frameworks) {
      const late = join(project, `late-${framework}`);
      cpSync(join(examples, framework), late, { recursive: true });
      for (const name of readdirSync(late).filter((name) => name.startsWith('App.')))
        writeFileSync(
          join(late, name),
          readFileSync(join(late, name), 'utf8').replace(/^ *import 'broadside.*\n/m, ''),
        );
    }
    for (const name of ['html', ...frameworks])
      await Promise.all([name, `late-${name}`].filter((name) => name !== 'late-html').map(build));
  });

  /** Runs a program of the packages, and returns what it says and its exit status. */
  async function run(program: string, ...args: string[]): Promise<{ said: string; status: number | null }> {
    const child = spawn(process.execPath, [...(program === 'node' ? [] : [scriptOf(program)]), ...args], {
      cwd: project,
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
    const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
    return { said, status };
  }

  function scriptOf(program: string): string {
    const folder = join(project, 'node_modules', program);
    const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { bin: Record<string, string> };
    return join(folder, bin[program === 'typescript' ? 'tsc' : program] ?? '');
  }

  async function build(name: string): Promise<void> {
    const { said, status } = await run('vite', 'build', name, '--logLevel', 'error');
    assert.deepEqual({ said, status }, { said: '', status: 0 }, name);
  }

  /**
   * Opens an application that was built, on a site of its own, which `prepare` may change, with an article at the publisher's
   * address.
   */
  async function open(
    t: TestContext,
    name: string,
    prepare: (site: Site) => Promise<void> = () => Promise.resolve(),
  ): Promise<{ page: Page; site: Site; errors: string[] }> {
    const site = await Site.start(t);
    const built = join(project, name, 'dist');
    for (const path of readdirSync(built, { recursive: true, encoding: 'utf8' }))
      if (/\.\w+$/.test(path)) site.put(path.replace(/^index\.html$/, ''), readFileSync(join(built, path)));
    await prepare(site);
    const page = await visitors.open();
    const errors = errorsOf(page);
    await page.route(`${publisher}**`, async (route) => {
      const json = route.request().url().endsWith('article.json') ? article() : { replies: [], next: null };
      await route.fulfill({ json, headers: { 'access-control-allow-origin': '*' } });
    });
    await page.goto(site.url());
    return { page, site, errors };
  }

  const title = (page: Page) => page.getByRole('heading', { name: 'A title', level: 2 });

  for (const name of ['html', ...frameworks]) {
    test(`shows an article: ${name}`, async (t) => {
      const { page, site, errors } = await open(t, name);
      await title(page).waitFor();
      await page.getByText('Shown in: en').waitFor();
      if (name !== 'html') await turnDark(page);
      await goToReplies(page);
      await page.getByRole('heading', { name: 'Leave a Reply' }).waitFor();
      const words = site.asked.length;
      await page.getByRole('link', { name: 'To es' }).click();
      await page.getByRole('heading', { name: 'Deje una respuesta' }).waitFor();
      assert.equal(site.asked.length, words + 1, 'the words of one more language');
      assert.equal(site.asked.filter((path) => path.endsWith('.wasm')).length, 1);
      assert.deepEqual(errors, []);
    });
  }

  // facebook/react#11347, vuejs/core#4744, sveltejs/svelte#7085
  for (const name of frameworks) {
    test(`may have the element’s script come late: ${name}`, async (t) => {
      const { page, site, errors } = await open(t, `late-${name}`);
      await page.getByRole('link', { name: 'North Korea Leaves' }).waitFor();
      assert.equal(await page.evaluate(() => customElements.get('broadside-article')), undefined);
      await page.addScriptTag({ url: site.putLoader() });
      await title(page).waitFor();
      await page.getByText('Shown in: en').waitFor();
      await turnDark(page);
      assert.deepEqual(errors, []);
    });
  }

  async function turnDark(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Dark' }).click();
    await page.locator('.broadside.dark').waitFor();
    await page.getByRole('button', { name: 'Light' }).click();
    await page.locator('.broadside:not(.dark)').waitFor();
  }

  test('may render the article on a server, and hydrate the page around it: react', async (t) => {
    const folder = join(project, 'server');
    mkdirSync(folder);
    writeFileSync(
      join(folder, 'app.js'),
      `import { createElement } from 'react';
      export const App = ({ src, inside }) => createElement('main', null, createElement('broadside-article', {
        src, lang: 'es', headingLevel: 2, suppressHydrationWarning: true, dangerouslySetInnerHTML: { __html: inside } }));`,
    );
    writeFileSync(
      join(folder, 'client.js'),
      `import 'broadside/element';
      import { createElement } from 'react';
      import { hydrateRoot } from 'react-dom/client';
      import { App } from './app.js';
      const { src } = document.querySelector('broadside-article');
      hydrateRoot(document.querySelector('#app'), createElement(App, { src, inside: '' }));`,
    );
    writeFileSync(
      join(folder, 'server.js'),
      `import { createElement } from 'react';
      import { renderToString } from 'react-dom/server';
      import { renderArticle } from 'broadside/server';
      import { App } from './app.js';
      const [src, page] = process.argv.slice(2);
      const inside = await renderArticle(src, { page, lang: 'es', headingLevel: 2 });
      process.stdout.write(renderToString(createElement(App, { src, inside })));`,
    );
    const note = "const rendered = document.querySelector('broadside-article').shadowRoot.querySelector('article')";
    writeFileSync(
      join(folder, 'index.html'),
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><div id="app">HERE</div>
      <script>${note}</script><script type="module" src="./client.js"></script>`,
    );
    await build('server');
    const { page, site, errors } = await open(t, 'server', async (site) => {
      site.put('article.json', JSON.stringify(article())).put('replies', '{"replies": [], "next": null}');
      const { said, status } = await run('node', join(folder, 'server.js'), site.url('article.json'), site.url());
      assert.equal(status, 0, said);
      site.put(
        '',
        readFileSync(join(folder, 'dist/index.html'), 'utf8').replace('HERE', () => said),
      );
    });
    await page.getByRole('heading', { name: 'Un título', level: 2 }).waitFor();
    await goToReplies(page);
    await page.getByRole('heading', { name: 'Deje una respuesta' }).waitFor();
    const same = "document.querySelector('broadside-article').shadowRoot.querySelector('article') === rendered";
    assert.equal(await page.evaluate(same), true);
    assert.equal(site.asked.filter((path) => path === '/article.json').length, 2, 'by the server and by the element');
    assert.deepEqual(errors, []);
  });

  test('has types of attributes and events, which refuse what the element would', async () => {
    const wrong = 'headingLevel={7} theme="black" onbroadside:ready={({ detail }) => detail.id}';
    const lines = wrong.split(/ (?=\w+[=:])/);
    writeFileSync(
      join(project, 'react/main.tsx'),
      `import { App } from './App.tsx';
      export const right = <><App /><broadside-article src="a.json" heading-level="2" lang="en" className="a" ref={(element) => void element?.headingLevel} /></>;
      ${lines.map((line, i) => `export const wrong${i} =\n// @ts-expect-error\n<broadside-article ${line} />;`).join('\n')}`,
    );
    writeFileSync(
      join(project, 'vue/Wrong.vue'),
      `<script setup lang="ts">import 'broadside/vue';</script>
      <template>
        <!-- @vue-expect-error -->
        <broadside-article :heading-level="7" />
        <!-- @vue-expect-error -->
        <broadside-article theme="black" />
        <!-- @vue-expect-error -->
        <broadside-article @broadside:ready="$event.detail.id" />
      </template>`,
    );
    lines.forEach((line, i) => {
      writeFileSync(
        join(project, `svelte/Wrong${i}.svelte`),
        `<script lang="ts">import 'broadside/svelte';</script>\n<broadside-article ${line}></broadside-article>`,
      );
    });
    const [react, vue, svelte] = await Promise.all([
      run('typescript', '--project', 'react'),
      run('vue-tsc', '--project', 'vue'),
      run('svelte-check', '--workspace', 'svelte', '--output', 'machine'),
    ]);
    assert.deepEqual({ react, vue }, { react: { said: '', status: 0 }, vue: { said: '', status: 0 } });
    const faults = [...svelte.said.matchAll(/ ERROR "(.*?)"/g)].map(([, file]) => file);
    assert.deepEqual(
      faults.sort(),
      lines.map((_, i) => `Wrong${i}.svelte`),
      svelte.said,
    );
  });
});

/** Links each package of one folder into another. A scope is a folder of packages. */
function linkPackages(from: string, to: string): void {
  for (const name of readdirSync(from)) {
    const names = name.startsWith('@') ? readdirSync(join(from, name)).map((other) => join(name, other)) : [name];
    for (const one of names.filter((one) => !one.startsWith('.') && one !== 'broadside')) {
      mkdirSync(dirname(join(to, one)), { recursive: true });
      symlinkSync(join(from, one), join(to, one));
    }
  }
}
