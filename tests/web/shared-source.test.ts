import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import { shareArticle } from '../../web/src/article/shared-source.ts';
import { Origins } from '../../web/src/network/origins.ts';
import { serve } from '../support/http-server.ts';

const article = { broadside: 1, id: 'a', default: 'en', translations: { en: { title: 'A', markdown: 'Text' } } };

/** Starts a publisher's server that gives these answers one after the other, and then repeats the last. */
async function publisher(t: TestContext, ...answers: readonly string[]) {
  let asked = 0;
  const url = await serve(t, (_, response) => {
    response.end(answers[Math.min(asked++, answers.length - 1)]);
  });
  const src = new URL('article.json', url);
  const origins = new Origins('https://host.example', src.origin);
  return { share: (signal: AbortSignal) => shareArticle(src, origins, signal), asked: () => asked };
}

suite('an article that several elements show', () => {
  const reader = () => new AbortController();

  test('is fetched and parsed once', async (t) => {
    const { share, asked } = await publisher(t, JSON.stringify(article));
    const sources = await Promise.all(Array.from({ length: 20 }, () => share(reader().signal)));
    assert.equal(new Set(sources).size, 1);
    assert.equal(await share(reader().signal), sources[0]);
    assert.equal(asked(), 1);
  });

  test('is not fetched again while one of them shows it', async (t) => {
    const { share, asked } = await publisher(t, JSON.stringify(article));
    const [one, other] = [reader(), reader()];
    await Promise.all([share(one.signal), share(other.signal)]);
    one.abort();
    await share(reader().signal);
    assert.equal(asked(), 1);
  });

  test('is still loaded for the others when one goes, and aborted when all have gone', async (t) => {
    const { share, asked } = await publisher(t, JSON.stringify(article));
    const [one, other, third] = [reader(), reader(), reader()];
    const first = share(one.signal);
    const second = share(other.signal);
    one.abort();
    await assert.rejects(first, { name: 'AbortError' });
    assert.equal((await second).kind, 'article');
    other.abort();
    await share(third.signal);
    assert.equal(asked(), 2);
  });

  test('is fetched again after a failure, and for an element that asks a second time', async (t) => {
    const { share, asked } = await publisher(t, 'not JSON', JSON.stringify(article));
    const { signal } = reader();
    await assert.rejects(share(signal), { code: 'article' });
    await share(signal);
    await share(signal);
    assert.equal(asked(), 3);
  });
});
