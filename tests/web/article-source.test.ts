import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readEnvelope } from '../../web/src/article/envelope.ts';
import { fetchArticle } from '../../web/src/article/source.ts';
import { download } from '../../web/src/network/download.ts';
import { Origins } from '../../web/src/network/origins.ts';
import { nobody, serve } from '../support/http-server.ts';

const address = new URL('https://news.example/a/article.json');
const { signal } = new AbortController();
const article = {
  broadside: 1,
  id: 'a',
  default: 'en',
  translations: { en: { title: 'A', markdown: 'Text', url: 'en/', view: ['article'] }, es: { href: 'es.json' } },
  replies: { endpoint: 'https://replies.example/' },
  unknown: true,
};

function foreign(publisher: URL): Origins {
  return new Origins('https://host.example', publisher.origin);
}

suite('an article.json', () => {
  test('is read as far as the loader needs it', () => {
    const envelope = readEnvelope(JSON.stringify(article), address);
    assert.deepEqual([...envelope.translations.keys()], ['en', 'es']);
    assert.deepEqual(envelope.translations.get('en')?.view, ['article']);
    assert.equal('view' in (envelope.translations.get('en')?.source ?? {}), false);
    assert.equal(envelope.translations.get('es')?.href, 'es.json');
    assert.deepEqual(envelope.replies, {
      endpoint: 'https://replies.example/',
      open: true,
      threads: 'shared',
      depth: 5,
    });
  });

  const bad: Record<string, [text: string, where: string]> = {
    'is empty': ['', ''],
    'is cut off': ['{"broadside": 1', ''],
    'is a page of HTML': ['<!doctype html><p>Not found', ''],
    'is a list': ['[]', '#'],
    'is null': ['null', '#'],
    'is of another version': [JSON.stringify({ ...article, broadside: 2 }), '#/broadside'],
    'has no id': [JSON.stringify({ ...article, id: undefined }), '#/id'],
    'has no translations': [JSON.stringify({ ...article, translations: {} }), '#/translations'],
    'has translations of a wrong type': [JSON.stringify({ ...article, translations: [] }), '#/translations'],
    'has a translation of a wrong type': [
      JSON.stringify({ ...article, translations: { en: 'x' } }),
      '#/translations/en',
    ],
    'has an address of a wrong type': [
      JSON.stringify({ ...article, translations: { en: { url: ['javascript:1'] } } }),
      '#/translations/en/url',
    ],
    'has a default that nobody wrote': [JSON.stringify({ ...article, default: 'xx' }), '#/default'],
    'has a default with the name of what objects inherit': [
      JSON.stringify({ ...article, default: 'constructor' }),
      '#/default',
    ],
    'has replies without endpoint': [JSON.stringify({ ...article, replies: {} }), '#/replies/endpoint'],
  };
  for (const [what, [text, where]] of Object.entries(bad)) {
    test(`is refused, with the location of the error, if it ${what}`, () => {
      assert.throws(() => readEnvelope(text, address), { code: 'article', where: `${address.href}${where}` });
    });
  }
});

suite('fetching an article', () => {
  test('does not depend on the content type, and resolves addresses against the one after redirects', async (t) => {
    const publisher = await serve(t, (request, response) => {
      if (request.url === '/old/article.json') response.writeHead(301, { location: '/new/article.json' }).end();
      else response.writeHead(200, { 'content-type': 'text/plain' }).end(JSON.stringify(article));
    });
    const source = await fetchArticle(new URL('old/article.json', publisher), foreign(publisher), signal);
    assert.equal(source.kind, 'article');
    assert.equal(source.address.pathname, '/new/article.json');
  });

  test('takes a file that ends in .md as Markdown', async (t) => {
    const publisher = await serve(t, (_, response) => response.end('# Notes'));
    const source = await fetchArticle(new URL('notes.md?v=1', publisher), foreign(publisher), signal);
    assert.deepEqual(source, { kind: 'markdown', text: '# Notes', address: new URL('notes.md?v=1', publisher) });
  });

  test('says what the server answered instead', async (t) => {
    const publisher = await serve(t, (_, response) => response.writeHead(404).end('{}'));
    await assert.rejects(fetchArticle(publisher, foreign(publisher), signal), {
      code: 'http',
      message: 'answered 404',
    });
  });

  test('ends if a publisher redirects it to the host', async (t) => {
    const host = await serve(t, (_, response) => response.end(JSON.stringify(article)));
    const publisher = await serve(t, (_, response) => response.writeHead(302, { location: host.href }).end());
    await assert.rejects(fetchArticle(publisher, new Origins(host.origin, publisher.origin), signal), {
      code: 'host-origin',
    });
  });
});

suite('a download', () => {
  const bounds = { bytes: 1000, silence: 200 };

  test('ends after so many bytes, however they are compressed', async (t) => {
    const endless = await serve(t, (_, response) => {
      const timer = setInterval(() => response.write('x'.repeat(100)), 1);
      response.on('close', () => {
        clearInterval(timer);
      });
    });
    await assert.rejects(download(endless, {}, bounds, signal), { code: 'too-large' });
  });

  test('ends if the server is silent, before or after the answer began', async (t) => {
    const before = await serve(t, () => undefined);
    const after = await serve(t, (_, response) => response.write('x'));
    for (const server of [before, after])
      await assert.rejects(download(server, {}, bounds, signal), { code: 'timeout' });
  });

  test('ends if nobody listens', async () => {
    await assert.rejects(download(await nobody(), {}, bounds, signal), { code: 'network' });
  });

  test('ends when the caller aborts it, with the caller’s own reason', async (t) => {
    const silent = await serve(t, () => undefined);
    const controller = new AbortController();
    const reason = new Error('no longer wanted');
    const pending = download(silent, {}, bounds, controller.signal);
    controller.abort(reason);
    await assert.rejects(pending, (thrown) => thrown === reason);
  });

  test('keeps characters that arrive in two parts', async (t) => {
    const server = await serve(t, (_, response) => {
      const bytes = Buffer.from('¿Qué?');
      response.write(bytes.subarray(0, 1));
      setTimeout(() => response.end(bytes.subarray(1)), 50);
    });
    assert.equal((await download(server, {}, bounds, signal)).text, '¿Qué?');
  });
});
