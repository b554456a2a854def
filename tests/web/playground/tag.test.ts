import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaults } from '../../../web/playground/state/options.ts';
import { tagText } from '../../../web/playground/tag.ts';

const loader = { src: 'https://news.example/broadside/1-a/broadside.js', integrity: 'sha384-x' };
const script = `<script async src="${loader.src}" integrity="sha384-x" crossorigin="anonymous"`;

test('the tag has only the attributes that are not as by default', () => {
  assert.equal(
    tagText({ ...defaults, src: 'https://news.example/a/article.json' }, loader, 'A & B'),
    `${script}></script>
<broadside-article src="https://news.example/a/article.json">
  <a href="https://news.example/a/">A &amp; B</a>
</broadside-article>`,
  );
  const options = { ...defaults, src: '"><script>', lang: 'es', theme: 'dark', 'heading-level': '2' } as const;
  assert.match(
    tagText(options, loader, '<i>'),
    /<broadside-article src="&quot;&gt;&lt;script&gt;" lang="es" theme="dark" heading-level="2">\n {2}<a href="&quot;&gt;&lt;script&gt;">&lt;i&gt;</,
  );
});

test('the other ways in have the same attributes behind their prefixes', () => {
  const options = { ...defaults, src: 'https://news.example/a/article.json', embeds: 'on' } as const;
  assert.equal(
    tagText({ ...options, way: 'script' }, loader, 'A'),
    `${script} data-article="https://news.example/a/article.json" data-embeds="on"></script>`,
  );
  assert.equal(
    tagText({ ...options, way: 'div' }, loader, 'A'),
    `${script}></script>
<div data-broadside-article="https://news.example/a/article.json" data-broadside-embeds="on">
  <a href="https://news.example/a/">A</a>
</div>`,
  );
});
