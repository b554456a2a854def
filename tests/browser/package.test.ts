import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { errorsOf, useChromium } from '../support/browser.ts';
import { broadside } from '../support/command.ts';
import { usePackage } from '../support/package.ts';
import { Site } from '../support/site.ts';

const root = join(import.meta.dirname, '../..');
const markdown =
  '# A “title”\n\nWith *emphasis*, a [link](other.md), <sub>raw</sub> and "quotes".\n\n<script>1</script>';
const options = { html: 'sanitize', typography: 'smart', language: 'de', base: 'https://n.example/a/', idPrefix: 'x-' };

/** Returns the output of the command for the same text with the same options. */
function byCommand(to: 'html' | 'tree'): string {
  const dashed = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const flags = Object.entries({ to, ...options }).flatMap(([name, value]) => [`--${dashed(name)}`, value]);
  return broadside(['render', ...flags], markdown);
}

suite('the npm package', () => {
  const visitors = useChromium('what is tested is the package as npm has it');
  const { project, installed } = usePackage();

  /** Returns the output of a script in the project. */
  const said = (script: string, name = 'script.mjs'): string => {
    writeFileSync(join(project, name), script);
    return execFileSync(process.execPath, [name], { cwd: project, encoding: 'utf8' });
  };

  test('renders the same in Node.js as the command', () => {
    const script = (to: string, shown: string): string => {
      const args = JSON.stringify([markdown, { ...options, to }]);
      return `import { render } from 'broadside'; const made = render(...${args}); process.stdout.write(${shown});`;
    };
    assert.equal(said(script('html', 'made')), byCommand('html'));
    assert.equal(said(script('tree', 'JSON.stringify(made)')), byCommand('tree'));
  });

  // curlconverter/curlconverter#609, surrealdb/surrealql.wasm#5
  test('renders when it is loaded with require()', () => {
    const script =
      "const { render, load } = require('broadside'); console.log(render('*a*')); load().then(() => console.log('b'))";
    assert.equal(said(script, 'script.cjs'), '<p><em>a</em></p>\nb\n');
  });

  test('says which option is wrong', () => {
    const wrong = `for (const options of [{ profile: 'mdx' }, { to: 'pdf' }, { idPrefix: 'a b' }])
      try { render('x', options); } catch ({ code, where }) { console.log(code, where); }`;
    assert.equal(
      said(`import { render } from 'broadside'; ${wrong}`),
      'malformed profile\nmalformed to\nmalformed idPrefix\n',
    );
  });

  // zerodevx/zero-md#66, vercel/next.js#11619, github/markdown-toolbar-element#68, SuperViz/sdk#764
  test('defines an element that does nothing without a document', () => {
    const script = `const before = Object.keys(globalThis).join();
      await import('broadside/element');
      console.log(Object.keys(globalThis).join() === before);`;
    assert.equal(said(script), 'true\n');
  });

  test('renders in a browser', async (t) => {
    const site = await Site.start(t);
    for (const name of readdirSync(join(installed, 'web/dist')))
      if (/\.(js|wasm)$/.test(name)) site.put(name, readFileSync(join(installed, 'web/dist', name)));
    site.put(
      '',
      '<!doctype html><title>A page</title><script type="importmap">{"imports": {"broadside": "/render.js"}}</script>',
    );
    const page = await visitors.open();
    const errors = errorsOf(page);
    await page.goto(site.url());
    const html = await page.evaluate(
      async ({ markdown, options }) => {
        const name = 'broadside';
        const { load, render } = (await import(name)) as {
          load: () => Promise<void>;
          render: (...args: unknown[]) => string;
        };
        let early = '';
        try {
          render(markdown);
        } catch (error) {
          early = String(error);
        }
        if (!early.includes('wait for load() first')) throw new Error(early);
        await Promise.all([load(), load()]);
        return render(markdown, options);
      },
      { markdown, options },
    );
    assert.equal(html, byCommand('html'));
    assert.deepEqual(errors, []);
  });

  test('has types, including those of the element and its events', () => {
    writeFileSync(
      join(project, 'use.ts'),
      `import { load, render, type CoreSource, type Tree } from 'broadside';
      import type { BroadsideArticle } from 'broadside/element';
      const source: CoreSource = new Uint8Array();
      await load(source);
      await load(fetch('core.wasm'));
      const html: string = render('x', { html: 'sanitize', idPrefix: 'a-' });
      const tree: Tree = render('x', { to: 'tree' });
      // @ts-expect-error there is no such mode
      render('x', { html: 'keep' });
      const article: BroadsideArticle = document.createElement('broadside-article');
      article.headingLevel = 2;
      // @ts-expect-error there is no such mode here either
      article.html = 'keep';
      article.addEventListener('broadside:ready', ({ detail }) => { const language: string = detail.language; console.log(html, tree, language); });
      // @ts-expect-error the event has no id
      article.addEventListener('broadside:ready', ({ detail }) => detail.id);`,
    );
    const compilerOptions = {
      strict: true,
      noEmit: true,
      lib: ['es2022', 'dom'],
      types: [],
      module: 'nodenext',
      target: 'es2022',
    };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }));
    writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
    const { stdout, status } = spawnSync(join(root, 'node_modules/.bin/tsc'), { cwd: project, encoding: 'utf8' });
    assert.deepEqual({ stdout, status }, { stdout: '', status: 0 });
  });
});
