import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Origins } from '../../web/src/network/origins.ts';

test('a publisher elsewhere may name any address but those of the host’s own server', () => {
  const origins = new Origins('https://host.example', 'https://news.example');
  assert.ok(origins.foreign);
  const addresses: Record<string, boolean> = {
    'https://news.example/p.png': true,
    'https://pictures.example/p.png': true,
    'https://host.example.news.example/p.png': true,
    'https://host.example:8443/p.png': true,
    'https://host.example/p.png': false,
    'https://HOST.example:443/p.png': false,
    // On a page that came by https, browsers ask for these by https.
    'http://host.example/p.png': false,
    'http://host.example:443/p.png': false,
  };
  for (const [address, isAllowed] of Object.entries(addresses))
    assert.equal(origins.allow(new URL(address)), isAllowed, address);
});

test('a host’s own article may name the host’s addresses, by http and by https', () => {
  for (const publisher of ['https://host.example', 'http://host.example']) {
    const origins = new Origins('https://host.example', publisher);
    assert.ok(!origins.foreign);
    assert.ok(origins.allow(new URL('https://host.example/p.png')));
  }
});

test('a host without an origin of its own has nothing to guard', () => {
  const origins = new Origins('null', 'https://news.example');
  assert.ok(origins.foreign);
  assert.ok(origins.allow(new URL('https://host.example/p.png')));
});
