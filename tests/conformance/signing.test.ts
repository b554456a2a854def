// A signature of the build is verified by another program's reading of the standards, and by the loader's.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { compactVerify, importJWK, type JWK } from 'jose';
import { Signature } from '../../web/src/article/signature.ts';
import { broadside } from '../support/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'broadside-signing-'));
after(() => {
  rmSync(folder, { recursive: true });
});
const write = (name: string, text: string): void => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
};
write(
  'news/broadside.yaml',
  'publisher: { name: The Desk }\ndefault: en\nurl: https://news.example/a/\nsign: ../news.key\n',
);
write('news/content/tale/en.md', '---\ntitle: A Tale\npublished: 2026-03-14\n---\n![A “map”](<the map%3F.png>)\n');
write(
  'news/content/tale/es.md',
  `---\ntitle: Un cuento\nmodified: 2026-03-15T10:00:00+02:00\n---\n${'Érase. '.repeat(20_000)}\n`,
);
write('news/content/tale/the map?.png', 'a picture');
const key = broadside(['keygen', join(folder, 'news.key')]).trim();
broadside(['build', join(folder, 'news'), '-o', join(folder, 'site')]);

const read = (name: string): string => readFileSync(join(folder, 'site', name), 'utf8');
const { jws } = JSON.parse(read('tale/article.sig.json')) as { jws: string };

suite('a site that was built with a key', () => {
  test('has a signature that jose verifies with the printed key, for no other algorithm', async () => {
    const jwk: JWK = { kty: 'OKP', crv: 'Ed25519', x: key };
    const { payload, protectedHeader } = await compactVerify(jws, await importJWK(jwk, 'Ed25519'), {
      algorithms: ['Ed25519'],
    });
    assert.deepEqual(protectedHeader, { alg: 'Ed25519', typ: 'vnd.broadside.article', kid: key });
    const { files, ...statement } = JSON.parse(Buffer.from(payload).toString()) as { files: Record<string, string> };
    assert.deepEqual(statement, {
      broadside: 1,
      id: 'tale',
      canonical: 'https://news.example/a/tale/en/',
      modified: '2026-03-15T08:00:00Z',
    });
    assert.deepEqual(Object.keys(files), ['tale/article.json', 'tale/es.json', 'tale/the%20map%3F.png']);
    for (const [name, hash] of Object.entries(files))
      assert.equal(
        hash,
        createHash('sha256')
          .update(readFileSync(join(folder, 'site', decodeURIComponent(name))))
          .digest('hex'),
      );
    await assert.rejects(compactVerify(jws, await importJWK(jwk, 'Ed25519'), { algorithms: ['EdDSA'] }), {
      code: 'ERR_JOSE_ALG_NOT_ALLOWED',
    });
  });

  test('has one that the loader verifies', async () => {
    const trust = { key, notBefore: '2026-03-15' };
    const signature = await Signature.verify(read('tale/article.sig.json'), trust, 'article.sig.json');
    await signature.checkArticle(read('tale/article.json'), new URL('https://cdn.example/tale/article.json'), trust);
    await signature.checkFile('es.json', read('tale/es.json'));
    await assert.rejects(signature.checkFile('es.json', read('tale/article.json')), { code: 'signature' });
    assert.equal(signature.base.href, 'https://news.example/a/tale/article.json');
  });

  test('has a secret key that jose signs with, as the file of one reader', async () => {
    const file = join(folder, 'news.key');
    assert.equal(statSync(file).mode & 0o777, 0o600);
    const secret = await importJWK(JSON.parse(readFileSync(file, 'utf8')) as JWK, 'Ed25519');
    assert.ok(secret instanceof CryptoKey && secret.type === 'private');
  });
});
