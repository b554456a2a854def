import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { BroadsideError } from '../../web/src/events/errors.ts';
import { type Outcome, ReplyClient } from '../../web/src/replies/client.ts';
import { body, nobody, serve } from '../support/http-server.ts';

const reply = {
  id: '1',
  place: 1,
  position: '0-00000001',
  name: 'Ana',
  text: 'Hello',
  created: '2026-01-02T03:04:05Z',
};
const fields = { name: 'Ana', email: 'ana@example.com', website: '', text: 'Hello' };
const { signal } = new AbortController();
const bounds = { bytes: 10_000, silence: 200 };

suite('a page of replies', () => {
  test('is requested by cursor, and contains only known members of replies', async (t) => {
    const asked: (string | undefined)[] = [];
    const endpoint = await serve(t, (request, response) => {
      asked.push(request.url);
      response.end(JSON.stringify({ replies: [{ ...reply, email: 'x', html: '<b>' }], next: 'c2' }));
    });
    const client = new ReplyClient(endpoint);
    assert.deepEqual(await client.page('en', null, signal), { replies: [reply], next: 'c2' });
    await client.page('zh-Hant', 'c/2 ', signal);
    assert.deepEqual(asked, ['/?limit=100&language=en', '/?limit=100&language=zh-Hant&after=c%2F2+']);
  });

  test('has the position of each reply, what it answers, and a number to ask for changes with', async (t) => {
    const answer = { ...reply, id: '2', parent: { id: '1', name: 'Ana' }, answers: 3, state: 'deleted' };
    const page = { replies: [reply, answer], next: null, since: '7' };
    const endpoint = await serve(t, (_, response) => response.end(JSON.stringify(page)));
    assert.deepEqual(await new ReplyClient(endpoint).page('en', null, signal), page);
  });

  test('has positions even if the server knows none', async (t) => {
    const { position, ...old } = reply;
    const page = { replies: [old, { ...old, place: 300, section: 1 }], next: null };
    const endpoint = await serve(t, (_, response) => response.end(JSON.stringify(page)));
    const { replies } = await new ReplyClient(endpoint).page('en', null, signal);
    assert.deepEqual(
      replies.map((one) => one.position),
      [position, '1-0000012c'],
    );
  });

  test('of a branch begins at a reply or behind a position', async (t) => {
    const asked: unknown[] = [];
    const endpoint = await serve(t, (request, response) => {
      asked.push(request.url);
      response.end(JSON.stringify({ replies: [], next: null }));
    });
    const client = new ReplyClient(endpoint);
    await client.branch('en', '1', null, signal);
    await client.branch('en', '1', '0-00000001', signal);
    assert.deepEqual(asked, ['/?limit=100&language=en&branch=1', '/?limit=100&language=en&branch=1&after=0-00000001']);
  });

  test('is changed with its token, at its own address', async (t) => {
    const asked: unknown[] = [];
    const server = await serve(t, (request, response) => {
      asked.push([request.method, request.url, request.headers.authorization]);
      response.end(JSON.stringify({ reply, token: 't' }));
    });
    const client = new ReplyClient(new URL('replies', server));
    const own = { id: '1', token: 'secret' };
    const outcome = await client.edit(own, 'text', signal);
    assert.equal(outcome.kind === 'saved' && outcome.token, 't');
    await client.remove(own, signal);
    assert.deepEqual(asked, [
      ['PATCH', '/replies/1', 'Bearer secret'],
      ['DELETE', '/replies/1', 'Bearer secret'],
    ]);
  });

  for (const [count, taken] of [
    [134, 134],
    [0, 0],
    [-1, undefined],
    [1.5, undefined],
    ['134', undefined],
    [1e12, undefined],
    [null, undefined],
  ] as const) {
    test(`states how many replies there are (${JSON.stringify(count)}), or nothing`, async (t) => {
      const endpoint = await serve(t, (request, response) => {
        response.end(JSON.stringify(request.method === 'GET' ? { replies: [], next: null, count } : { reply, count }));
      });
      const client = new ReplyClient(endpoint);
      assert.equal((await client.page('en', null, signal)).count, taken);
      const outcome = await client.send({ reply: fields, key: 'k', parent: '' }, 'en', signal);
      assert.equal(outcome.kind === 'saved' ? outcome.count : null, taken);
    });
  }

  for (const [what, text] of Object.entries({
    'a page of HTML': '<!doctype html><p>Welcome',
    nothing: '',
    null: 'null',
    'a list': '[]',
    'no list of replies': '{"replies": {}}',
    'a reply that is a text': '{"replies": ["x"]}',
    'a reply whose text is a list': JSON.stringify({ replies: [{ ...reply, text: ['x'] }] }),
    'a reply without a place': JSON.stringify({ replies: [{ ...reply, place: undefined }] }),
    'a reply whose place is a text': JSON.stringify({ replies: [{ ...reply, place: '1' }] }),
    'a reply whose place is none': JSON.stringify({ replies: [{ ...reply, place: 0 }] }),
    'more than it may': JSON.stringify({ replies: [{ ...reply, text: 'x'.repeat(20_000) }] }),
  })) {
    test(`is refused if the server answers with ${what}`, async (t) => {
      const endpoint = await serve(t, (_, response) => response.end(text));
      await assert.rejects(new ReplyClient(endpoint, bounds).page('en', null, signal), BroadsideError);
    });
  }

  test('is not waited for longer than the server may be silent', async (t) => {
    const endpoint = await serve(t, (_, response) => response.write('{"replies":'));
    await assert.rejects(new ReplyClient(endpoint, bounds).page('en', null, signal), { code: 'timeout' });
  });

  test('is not requested from another address by a redirect', async (t) => {
    const elsewhere = await serve(t, (_, response) => response.end('{"replies": []}'));
    const endpoint = await serve(t, (_, response) => response.writeHead(302, { location: elsewhere.href }).end());
    await assert.rejects(new ReplyClient(endpoint, bounds).page('en', null, signal), { code: 'network' });
  });
});

suite('the changes', () => {
  test('are requested since an earlier answer: replies as they are now, and those that are gone', async (t) => {
    let asked: string | undefined;
    const gone = { id: '2', place: 2, gone: true };
    const endpoint = await serve(t, (request, response) => {
      asked = request.url;
      response.end(JSON.stringify({ changes: [{ ...reply, email: 'x' }, gone], since: '9', more: true, count: 5 }));
    });
    assert.deepEqual(await new ReplyClient(endpoint).changes('en', '7', signal), {
      ...{ replies: [reply], gone: new Set(['2']), since: '9', more: true, count: 5 },
    });
    assert.equal(asked, '/?limit=100&language=en&since=7');
  });

  for (const [what, answer] of Object.entries({
    'a page of replies': { replies: [reply], next: null, since: '7' },
    'no word of what to ask next': { changes: [] },
    'a change that is neither a reply nor gone': { changes: [{ id: '2', place: 2 }], since: '7' },
  })) {
    test(`are refused if the server answers with ${what}`, async (t) => {
      const endpoint = await serve(t, (_, response) => response.end(JSON.stringify(answer)));
      await assert.rejects(new ReplyClient(endpoint).changes('en', '1', signal), BroadsideError);
    });
  }
});

suite('a reply that is sent', () => {
  test('is posted as JSON with its key, and comes back', async (t) => {
    let received: unknown;
    const endpoint = await serve(t, (request, response) => {
      assert.equal(request.headers['content-type'], 'application/json');
      assert.equal(request.headers.cookie, undefined);
      void body(request).then((text) => {
        received = JSON.parse(text);
        response.writeHead(201).end(JSON.stringify({ reply }));
      });
    });
    assert.deepEqual(await new ReplyClient(endpoint).send({ reply: fields, key: 'key-1', parent: '' }, 'es', signal), {
      kind: 'saved',
      reply,
    });
    assert.deepEqual(received, { ...fields, language: 'es', key: 'key-1' });
  });

  test('comes back with the problems that the server finds', async (t) => {
    const problems = [{ field: 'email', code: 'malformed' }];
    const endpoint = await serve(t, (_, response) => response.writeHead(422).end(JSON.stringify({ problems })));
    assert.deepEqual(await new ReplyClient(endpoint).send({ reply: fields, key: 'k', parent: '' }, 'en', signal), {
      kind: 'invalid',
      problems,
    });
  });

  test('comes back without what the form has no words for', async (t) => {
    const known = { field: 'text', code: 'missing' };
    const problems = [{ field: 'mood', code: 'missing' }, known, { field: 'text', code: 'rude' }];
    const endpoint = await serve(t, (_, response) => response.writeHead(422).end(JSON.stringify({ problems })));
    assert.deepEqual(await new ReplyClient(endpoint).send({ reply: fields, key: 'k', parent: '' }, 'en', signal), {
      kind: 'invalid',
      problems: [known],
    });
  });

  const failures = [
    [429, '', 'busy'],
    [503, '<html>', 'busy'],
    [500, '', 'busy'],
    [403, '{}', 'refused'],
    [413, '', 'refused'],
    [422, '<html>', 'refused'],
    [422, '{"problems":[{"field":"text","code":"rude"}]}', 'refused'],
    [200, '<!doctype html><p>Welcome', 'network-failed'],
  ] as const;
  for (const [status, text, failure] of failures) {
    test(`has failed (${failure}) if the server answers ${String(status)} ${text}`, async (t) => {
      const endpoint = await serve(t, (_, response) => response.writeHead(status).end(text));
      assert.equal(
        failureOf(await new ReplyClient(endpoint).send({ reply: fields, key: 'k', parent: '' }, 'en', signal)),
        failure,
      );
    });
  }

  test('has failed if nobody listens, or the server is silent', async (t) => {
    const silent = await serve(t, () => undefined);
    for (const endpoint of [await nobody(), silent]) {
      assert.equal(
        failureOf(await new ReplyClient(endpoint, bounds).send({ reply: fields, key: 'k', parent: '' }, 'en', signal)),
        'network-failed',
      );
    }
  });
});

function failureOf(outcome: Outcome): string {
  return outcome.kind === 'failed' ? outcome.failure : outcome.kind;
}
