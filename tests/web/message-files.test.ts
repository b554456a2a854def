import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { suite, test, type TestContext } from 'node:test';
import en from '../../web/messages/en.json' with { type: 'json' };
import fa from '../../web/messages/fa.json' with { type: 'json' };
import { BroadsideError } from '../../web/src/events/errors.ts';
import { messageFile, MessageFiles } from '../../web/src/language/message-files.ts';
import { serve } from '../support/http-server.ts';

const persian = JSON.stringify(fa);
const hash = hashOf(persian);
const list = JSON.stringify({ fa: hash });

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

interface Delivery {
  readonly files: MessageFiles;
  readonly asked: string[];
}

/** Serves the list, and these texts, one after the other; then it repeats the last. */
async function delivery(t: TestContext, ...answers: readonly string[]): Promise<Delivery> {
  const asked: string[] = [];
  let given = 0;
  const folder = await serve(t, (request, response) => {
    const isList = request.url?.includes('words') === true;
    const answer = isList ? list : (answers[given++] ?? answers.at(-1) ?? '');
    asked.push(request.url ?? '');
    if (answer === '') response.statusCode = 404;
    response.end(answer);
  });
  const known = { tags: 'ar fa', hash: hashOf(list) };
  return { files: new MessageFiles(known, new URL('broadside.js', folder).href, en), asked };
}

suite('the interface’s words', () => {
  test('are fetched once for the language that is used, from beside the bundle', async (t) => {
    const { files, asked } = await delivery(t, persian);
    assert.equal((await files.load(['en-GB'])).messages.language, 'en');
    assert.equal((await files.load(['sr', 'en'])).messages.language, 'en');
    assert.deepEqual(asked, []);
    const both = await Promise.all([files.load(['fa-IR']), files.load(['sr', 'fa'])]);
    assert.deepEqual(both, [files.languageFor(['fa']), files.languageFor(['fa'])]);
    assert.equal((await files.load(['fa'])).messages.replies, fa.replies);
    assert.deepEqual(asked, [`/${messageFile('words', hashOf(list))}`, `/${messageFile('fa', hash)}`]);
  });

  test('state their direction', async (t) => {
    const { files } = await delivery(t, persian);
    assert.equal((await files.load(['fa'])).direction, 'rtl');
    assert.equal((await files.load(['en'])).direction, 'ltr');
  });

  test('are English until they arrive, and if they cannot be loaded', async (t) => {
    const { files } = await delivery(t, '');
    assert.equal(files.languageFor(['fa']).messages.language, 'en');
    await assert.rejects(files.load(['fa']), (thrown: BroadsideError) => thrown.code === 'messages');
    assert.equal(files.languageFor(['fa']).messages.language, 'en');
  });

  test('are tried again at the next request', async (t) => {
    const { files, asked } = await delivery(t, '', persian);
    await assert.rejects(files.load(['fa']), BroadsideError);
    assert.equal((await files.load(['fa'])).messages.language, 'fa');
    assert.equal(asked.filter((path) => path.includes('-fa.')).length, 2);
  });

  test('are refused if they are not those with which the bundle was built', async (t) => {
    const { files } = await delivery(t, persian.replace(fa.replies, 'x'));
    await assert.rejects(files.load(['fa']), BroadsideError);
    assert.equal(files.languageFor(['fa']).messages.language, 'en');
  });

  test('are not asked for where the list is not the one that the bundle was built with', async (t) => {
    const asked: string[] = [];
    const folder = await serve(t, (request, response) => {
      asked.push(request.url ?? '');
      response.end(list);
    });
    const files = new MessageFiles({ tags: 'fa', hash: hashOf('x') }, new URL('broadside.js', folder).href, en);
    await assert.rejects(files.load(['fa']), (thrown: BroadsideError) => thrown.code === 'messages');
    assert.deepEqual(asked, [`/${messageFile('words', hashOf('x'))}`]);
  });

  test('have file names that are safe everywhere', () => {
    assert.equal(messageFile('zh-Hant', 'ab+/cdefghijklmnop='), 'broadside-zh-Hant.ab-_cdefghij.json');
  });
});
