import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { suite, test, type TestContext } from 'node:test';
import { shareArticle } from '../../web/src/article/shared-source.ts';
import { isNotBefore, publicKeysIn, Signature } from '../../web/src/article/signature.ts';
import { fetchArticle, type Source } from '../../web/src/article/source.ts';
import { longestSignature } from '../../web/src/generated/rules.ts';
import { Origins } from '../../web/src/network/origins.ts';
import { faultOf } from '../../web/src/element/attributes.ts';
import { serve } from '../support/http-server.ts';
import { sha256, Signer, statementOn } from '../support/signer.ts';

const signer = new Signer();
const stranger = new Signer();
const trust = { key: signer.key, notBefore: undefined };
const article = {
  broadside: 1,
  id: 'tale',
  canonical: 'https://news.example/tale/en/',
  default: 'en',
  modified: '2026-03-14T10:00:00Z',
  translations: { en: { title: 'A', markdown: 'Text' } },
};
const json = JSON.stringify(article);
const where = 'https://cdn.example/tale/article.sig.json';
const src = new URL('https://cdn.example/tale/article.json');
const right = signer.jws(statementOn(json));

const verify = (file: string, key = signer.key): Promise<Signature> =>
  Signature.verify(file, { key, notBefore: undefined }, where);
const fileOf = (jws: unknown): string => JSON.stringify({ jws });
const base64url = (text: string): string => Buffer.from(text).toString('base64url');

/** Returns the JWS with another of its three segments. */
function withSegment(index: number, change: (segment: string) => string): string {
  return right
    .split('.')
    .map((segment, at) => (at === index ? change(segment) : segment))
    .join('.');
}

/** Returns a segment whose last character has other bits of those that mean nothing. */
function withOtherEnd(segment: string): string {
  const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return segment.slice(0, -1) + (characters[characters.indexOf(segment.at(-1) ?? '') + 1] ?? '');
}

/** Makes a JWS that is right for whoever takes the public key for the secret of HMAC. */
function confused(): string {
  const input = `${base64url(JSON.stringify(signer.header({ alg: 'HS256' })))}.${base64url(JSON.stringify(statementOn(json)))}`;
  return `${input}.${createHmac('sha256', Buffer.from(signer.key, 'base64url')).update(input).digest('base64url')}`;
}

suite('a signature', () => {
  test('is taken if a key of the host’s has made it, whether there is one or two', async () => {
    for (const key of [
      signer.key,
      ` ${signer.key}\n`,
      `${stranger.key} ${signer.key}`,
      `${signer.key} ${stranger.key}`,
    ]) {
      const signature = await verify(fileOf(right), key);
      assert.equal(signature.base.href, 'https://news.example/tale/article.json');
      await signature.checkArticle(json, src, trust);
    }
  });

  const statement = statementOn(json);
  const text = JSON.stringify(statement);
  const wrong: Record<string, string> = {
    'is missing': '{}',
    'is empty': '',
    'is cut off': fileOf(right).slice(0, -2),
    'has something behind it': `${fileOf(right)}x`,
    'is of a stranger': stranger.file(statement),
    'is of a stranger who names the publisher’s key': stranger.file(statement, signer.header()),
    'names a stranger’s key': signer.file(statement, stranger.header()),
    'names no key': signer.file(statement, { alg: 'Ed25519', typ: 'vnd.broadside.article' }),
    'has alg none, and no signature': fileOf(`${right.split('.').slice(0, 2).join('.')}.`),
    'has alg none, and says so': fileOf(
      `${base64url(JSON.stringify(signer.header({ alg: 'none' })))}.${base64url(text)}.`,
    ),
    'has alg HS256 with the public key as the secret': fileOf(confused()),
    'has alg EdDSA, which names no curve': signer.file(statement, signer.header({ alg: 'EdDSA' })),
    'has its key in the header': signer.file(
      statement,
      signer.header({ jwk: { kty: 'OKP', crv: 'Ed25519', x: signer.key } }),
    ),
    'has a member in the header that must be understood': signer.file(
      statement,
      signer.header({ crit: ['b64'], b64: false }),
    ),
    'has alg twice': signer.file(statement, JSON.stringify(signer.header()).replace('{', '{"alg":"none",')),
    'has the header’s members in another order': signer.file(statement, { kid: signer.key, ...signer.header() }),
    'is for something else that the key signs': signer.file(statement, signer.header({ typ: 'JWT' })),
    'has padding in the header': fileOf(withSegment(0, (segment) => `${segment}=`)),
    'has padding in the payload': fileOf(withSegment(1, (segment) => `${segment}=`)),
    'has padding in the signature': fileOf(withSegment(2, (segment) => `${segment}==`)),
    'has white space in it': fileOf(withSegment(1, (segment) => `${segment} `)),
    'has a line’s end behind it': fileOf(`${right}\n`),
    'is base64 and not base64url': fileOf(
      withSegment(2, (segment) => Buffer.from(segment, 'base64url').toString('base64')),
    ),
    'has a byte more': fileOf(`${right}AA`),
    'has a byte less': fileOf(right.slice(0, -2)),
    'has four segments': fileOf(`${right}.AA`),
    'has an empty payload': fileOf(withSegment(1, () => '')),
    'has another payload': fileOf(withSegment(1, () => base64url(JSON.stringify({ ...statement, id: 'other' })))),
    'has a bit changed': fileOf(withSegment(2, (segment) => (segment.startsWith('A') ? 'B' : 'A') + segment.slice(1))),
    'is all zero': fileOf(withSegment(2, () => 'A'.repeat(86))),
    'is no text': fileOf(7),
    'is a list': JSON.stringify([right]),
    'is null': 'null',
    'signs something that is no JSON': signer.file('text'),
    'signs a form that is not known': signer.file({ ...statement, broadside: 2 }),
    'signs a form that is not stated': signer.file(statementOn(json, { broadside: undefined })),
    'signs a member twice': signer.file(text.replace('{', '{"id":"other",')),
    'signs a file twice': signer.file(text.replace('"files":{', '"files":{"tale/article.json":"",')),
    'signs JSON with white space': signer.file(JSON.stringify(statement, null, 1)),
    'signs JSON with something behind it': signer.file(`${text}\n`),
    'has a canonical address that is none of the web': signer.file({ ...statement, canonical: 'javascript:alert(1)' }),
    'has a canonical address that is relative': signer.file({ ...statement, canonical: '/tale/en/' }),
  };
  for (const [what, file] of Object.entries(wrong)) {
    test(`is refused if it ${what}`, async () => {
      await assert.rejects(verify(file), { name: 'BroadsideError', code: 'signature', where });
    });
  }

  test('has no bits that mean nothing', async () => {
    await assert.rejects(verify(fileOf(withSegment(2, withOtherEnd))), { code: 'signature' });
  });

  test('cannot be verified where the browser lacks Ed25519, or the page is not secure', async (t) => {
    t.mock.method(crypto.subtle, 'importKey', () => Promise.reject(new DOMException('no', 'NotSupportedError')));
    await assert.rejects(verify(fileOf(right)), { code: 'unverifiable', message: /needs https, and Chrome 137.*no$/ });
    t.mock.getter(globalThis, 'crypto', () => ({}) as Crypto);
    await assert.rejects(verify(fileOf(right)), { code: 'unverifiable' });
  });
});

suite('a signed article', () => {
  const check = async (statement: object, differences: { text?: string; src?: string; notBefore?: string } = {}) => {
    const signature = await verify(signer.file(statement));
    const from = new URL(differences.src ?? `https://${crypto.randomUUID()}.example/tale/article.json`);
    await signature.checkArticle(differences.text ?? json, from, { ...trust, notBefore: differences.notBefore });
  };

  test('is the one that was signed, byte by byte', async () => {
    await check(statementOn(json));
    for (const text of [`${json}\n`, ` ${json}`, json.replace('Text', 'text'), '', json.slice(0, -1)])
      await assert.rejects(check(statementOn(json), { text }), { code: 'signature', message: /this article\.json/ });
  });

  const files: Record<string, unknown> = {
    'no files': {},
    'another hash': { 'tale/article.json': sha256('other') },
    'the start of its hash': { 'tale/article.json': sha256(json).slice(0, 32) },
    'its hash in other letters': { 'tale/article.json': sha256(json).toUpperCase() },
    'its hash as a list': { 'tale/article.json': [sha256(json)] },
    'no hash': { 'tale/article.json': null },
    'a path that leads there': { 'tale/../tale/article.json': sha256(json), '/tale/article.json': sha256(json) },
    'that of another article': { 'other/article.json': sha256(json) },
    'its name alone': { 'article.json': sha256(json) },
  };
  for (const [what, list] of Object.entries(files)) {
    test(`is refused if the statement has ${what}`, async () => {
      await assert.rejects(check(statementOn(json, { files: list })), { code: 'signature' });
    });
  }

  test('is refused in the place of another of the same publisher', async () => {
    for (const path of ['other/article.json', 'other-tale/article.json', 'tale/other.json', 'tale/x/article.json'])
      await assert.rejects(check(statementOn(json), { src: `https://cdn.example/${path}` }), {
        code: 'signature',
        message: /is that of tale$/,
      });
  });

  test('is refused if it is older than the host’s not-before', async () => {
    for (const notBefore of ['2026-03-14', '2026-03-14T10:00:00Z', '1999-01-01'])
      await check(statementOn(json), { notBefore });
    for (const notBefore of ['2026-03-15', '2026-03-14T10:00:01Z', '9999-12-31'])
      await assert.rejects(check(statementOn(json), { notBefore }), { code: 'outdated', where });
    await assert.rejects(check(statementOn(json, { modified: undefined }), { notBefore: '1999-01-01' }), {
      code: 'outdated',
    });
    for (const notBefore of ['', 'now', '2026', '14.3.2026'])
      await assert.rejects(check(statementOn(json), { notBefore }), { code: 'signature', message: /not-before/ });
  });

  test('is refused if this browser has seen a later version, at that address', async () => {
    const at = { src: 'https://seen.example/tale/article.json' };
    const version = (modified?: string) => statementOn(json, { modified });
    await check(version('2026-03-14T10:00:00Z'), at);
    await check(version('2026-03-14T10:00:00Z'), at);
    await check(version('2026-03-14T10:00:01Z'), at);
    for (const modified of ['2026-03-14T10:00:00Z', '2025-12-31T23:59:59Z', undefined])
      await assert.rejects(check(version(modified), at), { code: 'outdated' });
    await check(version('2025-01-01T00:00:00Z'));
    await check(version('2026-03-14T10:00:01Z'), at);
  });

  test('that was refused is not remembered', async () => {
    const at = { src: 'https://refused.example/tale/article.json' };
    const later = { modified: '2027-01-01T00:00:00Z' };
    await assert.rejects(check(statementOn(json, later), { ...at, text: 'other' }), { code: 'signature' });
    await assert.rejects(check(statementOn(json, later), { ...at, notBefore: '2028-01-01' }), { code: 'outdated' });
    await check(statementOn(json), at);
  });
});

suite('a public key', () => {
  test('is 43 characters of base64url, and there may be two', () => {
    assert.deepEqual(publicKeysIn(signer.key), [signer.key]);
    assert.deepEqual(publicKeysIn(`${signer.key}\t${stranger.key} `), [signer.key, stranger.key]);
    const three = `${signer.key} ${stranger.key} ${signer.key}`;
    for (const value of [
      '',
      ' ',
      'key',
      `${signer.key}=`,
      signer.key.slice(1),
      `${signer.key}A`,
      `${signer.key},`,
      three,
    ])
      assert.deepEqual(publicKeysIn(value), [], value);
    assert.deepEqual(publicKeysIn(`${signer.key} key`), []);
  });

  // The list of libsodium's ed25519_ref10.c, each with both signs.
  const smallOrder = [
    '00'.repeat(32),
    '01' + '00'.repeat(31),
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
    'ec' + 'ff'.repeat(30) + '7f',
    'ed' + 'ff'.repeat(30) + '7f',
    'ee' + 'ff'.repeat(30) + '7f',
  ];
  for (const hex of smallOrder) {
    test(`is refused if its order is small: ${hex}`, () => {
      const point = Buffer.from(hex, 'hex');
      for (const sign of [0, 0x80]) {
        point[31] = ((point[31] ?? 0) & 0x7f) | sign;
        assert.deepEqual(publicKeysIn(point.toString('base64url')), []);
      }
    });
  }

  test('is refused if it has bits that mean nothing', () => {
    assert.deepEqual(publicKeysIn(withOtherEnd(signer.key)), []);
  });

  test('of the element is reported if it is wrong, and so is a wrong date', () => {
    for (const name of ['key', 'public-key', 'publickey']) {
      assert.equal(faultOf(name, signer.key), undefined);
      assert.match(faultOf(name, '') ?? '', /public key/);
    }
    assert.equal(faultOf('not-before', '2026-11-28'), undefined);
    assert.match(faultOf('not-before', 'today') ?? '', /2026-11-28T10:00:00Z/);
    assert.ok(!isNotBefore('2026-11-28\n'));
  });
});

suite('fetching a signed article', () => {
  /** Starts a server, perhaps not the publisher's, with these files in /tale/. */
  async function server(t: TestContext, files: Record<string, string | ((response: ServerResponse) => void)>) {
    const asked: string[] = [];
    const url = await serve(t, (request, response) => {
      asked.push(`${request.url ?? ''}${request.headers['cache-control'] === undefined ? '' : ' anew'}`);
      const file = files[request.url?.replace(/^\/tale\//, '') ?? ''];
      if (typeof file === 'function') file(response);
      else response.writeHead(file === undefined ? 404 : 200).end(file);
    });
    const { signal } = new AbortController();
    const origins = new Origins('https://host.example', url.origin);
    const fetch = (name = 'article.json', requirement: typeof trust | null = trust): Promise<Source> =>
      fetchArticle(new URL(`tale/${name}`, url), origins, signal, requirement ?? undefined);
    return { url, asked, fetch, origins };
  }

  test('returns it with the publisher’s own address, whatever server it came from', async (t) => {
    const { fetch, asked } = await server(t, { 'article.json': json, 'article.sig.json': fileOf(right) });
    const source = await fetch();
    assert.equal(source.address.href, 'https://news.example/tale/article.json');
    assert.deepEqual(asked.sort(), ['/tale/article.json', '/tale/article.sig.json']);
  });

  test('keeps the query of its address for both files', async (t) => {
    const { fetch } = await server(t, { 'article.json?v=2': json, 'article.sig.json?v=2': fileOf(right) });
    assert.equal((await fetch('article.json?v=2')).kind, 'article');
  });

  test('refuses one without a signature', async (t) => {
    const { fetch } = await server(t, { 'article.json': json });
    await assert.rejects(fetch(), { code: 'signature', message: 'there is no signature: answered 404' });
    assert.equal((await fetch('article.json', null)).kind, 'article');
  });

  test('refuses a plain Markdown file, and asks nothing', async (t) => {
    const { fetch, asked } = await server(t, { 'notes.md': '# Notes' });
    await assert.rejects(fetch('notes.md'), { code: 'signature', message: /must be an article\.json/ });
    assert.deepEqual(asked, []);
  });

  test('refuses a signature that is longer than one may be', async (t) => {
    const long = `{"jws":"${'a'.repeat(longestSignature)}"}`;
    const { fetch } = await server(t, { 'article.json': json, 'article.sig.json': long });
    await assert.rejects(fetch(), { code: 'too-large' });
  });

  test('fetches both anew, once, if they do not fit', async (t) => {
    let first = true;
    const { fetch, asked } = await server(t, {
      'article.json': (response) => {
        response.end(first ? json.replace('Text', 'Earlier text') : json);
        first = false;
      },
      'article.sig.json': fileOf(right),
    });
    assert.equal((await fetch()).kind, 'article');
    assert.deepEqual(asked.filter((path) => path.endsWith(' anew')).length, 2);
    assert.equal(asked.length, 4);
  });

  const translations = {
    en: { title: 'A', markdown: 'Text' },
    es: { href: 'es.json' },
    fr: { href: 'fr.json' },
    it: { href: 'it.json' },
    xx: { href: '../other/es.json?x#y' },
  };
  const es = JSON.stringify({ title: 'Ése', markdown: 'Texto' });
  const fr = JSON.stringify({ title: 'Celui-là', markdown: 'Texte' });

  test('holds translations to their own hashes, so that none can be swapped, left out or changed', async (t) => {
    let answers: Record<string, string> = { es, fr, it: 'changed' };
    const { fetch, url } = await server(t, {
      'article.json': (response) => response.end(whole),
      'article.sig.json': (response) =>
        response.end(
          signer.file(
            statementOn(whole, {
              files: {
                'tale/article.json': sha256(whole),
                'tale/es.json': sha256(es),
                'tale/fr.json': sha256(fr),
              },
            }),
          ),
        ),
      'es.json': (response) => response.end(answers['es']),
      'fr.json': (response) => response.end(answers['fr']),
      'it.json': (response) => response.end(answers['it']),
    });
    const whole = JSON.stringify({ ...article, canonical: new URL('tale/en/', url).href, translations });
    const source = await fetch();
    assert.ok(source.kind === 'article');
    answers = { es: fr, fr: es, it: es };
    for (const language of ['es', 'fr'])
      await assert.rejects(source.translations.whole(language), { code: 'signature', message: /this \w\w\.json/ });
    await assert.rejects(source.translations.whole('it'), { code: 'signature' });
    // A failure is forgotten, so that what is right comes at the next try.
    answers = { es, fr, it: es };
    assert.equal((await source.translations.whole('es')).source['title'], 'Ése');
    assert.equal((await source.translations.whole('fr')).source['title'], 'Celui-là');
  });

  test('shares no article between elements that require different signatures', async (t) => {
    const { url, asked, origins } = await server(t, { 'article.json': json, 'article.sig.json': fileOf(right) });
    const at = new URL('tale/article.json', url);
    const { signal } = new AbortController();
    const unsigned = await shareArticle(at, origins, signal);
    const signed = await shareArticle(at, origins, new AbortController().signal, trust);
    assert.notEqual(unsigned, signed);
    assert.equal(await shareArticle(at, origins, new AbortController().signal, { ...trust }), signed);
    await assert.rejects(shareArticle(at, origins, new AbortController().signal, { ...trust, key: stranger.key }), {
      code: 'signature',
    });
    await assert.rejects(
      shareArticle(at, origins, new AbortController().signal, { ...trust, notBefore: '2030-01-01' }),
      { code: 'outdated' },
    );
    assert.equal(asked.filter((path) => path === '/tale/article.json').length, 4);
  });
});
