import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { suite, test, type TestContext } from 'node:test';
import en from '../../web/messages/en.json' with { type: 'json' };
import fa from '../../web/messages/fa.json' with { type: 'json' };
import { BroadsideError } from '../../web/src/events/errors.ts';
import { Languages } from '../../web/src/language/languages.ts';
import { messageFile, MessageFiles } from '../../web/src/language/message-files.ts';
import { serve } from '../support/http-server.ts';

const persian = JSON.stringify(fa);
const hash = hashOf(persian);
const list = JSON.stringify({ fa: hash });

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

interface Delivery {
  readonly languages: Languages;
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
  return { languages: languagesBeside(new URL('broadside.js', folder), hashOf(list)), asked };
}

/** Returns the languages whose files lie beside a bundle that knows the hash of their list. */
function languagesBeside(bundle: URL, listHash: string): Languages {
  const files = new MessageFiles(listHash, bundle.href);
  return new Languages(['ar', 'fa'], en, (tag) => files.fetch(tag));
}

suite('the interface’s words', () => {
  test('are fetched once for the language that is used, from beside the bundle', async (t) => {
    const { languages, asked } = await delivery(t, persian);
    assert.equal((await languages.load(['en-GB'])).messages.language, 'en');
    assert.equal((await languages.load(['sr', 'en'])).messages.language, 'en');
    assert.deepEqual(asked, []);
    const both = await Promise.all([languages.load(['fa-IR']), languages.load(['sr', 'fa'])]);
    assert.deepEqual(both, [languages.languageFor(['fa']), languages.languageFor(['fa'])]);
    assert.equal((await languages.load(['fa'])).messages.replies, fa.replies);
    assert.deepEqual(asked, [`/${messageFile('words', hashOf(list))}`, `/${messageFile('fa', hash)}`]);
  });

  test('state their direction', async (t) => {
    const { languages } = await delivery(t, persian);
    assert.equal((await languages.load(['fa'])).direction, 'rtl');
    assert.equal((await languages.load(['en'])).direction, 'ltr');
  });

  test('are English until they arrive, and if they cannot be loaded', async (t) => {
    const { languages } = await delivery(t, '');
    assert.equal(languages.languageFor(['fa']).messages.language, 'en');
    await assert.rejects(languages.load(['fa']), (thrown: BroadsideError) => thrown.code === 'messages');
    assert.equal(languages.languageFor(['fa']).messages.language, 'en');
  });

  test('are tried again at the next request', async (t) => {
    const { languages, asked } = await delivery(t, '', persian);
    await assert.rejects(languages.load(['fa']), BroadsideError);
    assert.equal((await languages.load(['fa'])).messages.language, 'fa');
    assert.equal(asked.filter((path) => path.includes('-fa.')).length, 2);
    // The list had come, so it is not fetched again.
    assert.equal(asked.filter((path) => path.includes('-words.')).length, 1);
  });

  test('are tried again when their list has not come', async (t) => {
    let times = 0;
    const folder = await serve(t, (request, response) => {
      const isList = request.url?.includes('words') === true;
      if (isList && times++ === 0) response.writeHead(503).end();
      else response.end(isList ? list : persian);
    });
    const languages = languagesBeside(new URL('broadside.js', folder), hashOf(list));
    await assert.rejects(languages.load(['fa']), BroadsideError);
    assert.equal((await languages.load(['fa'])).messages.language, 'fa');
  });

  test('are refused if they are not those with which the bundle was built', async (t) => {
    const { languages } = await delivery(t, persian.replace(fa.replies, 'x'));
    await assert.rejects(languages.load(['fa']), BroadsideError);
    assert.equal(languages.languageFor(['fa']).messages.language, 'en');
  });

  test('are not asked for where the list is not the one that the bundle was built with', async (t) => {
    const asked: string[] = [];
    const folder = await serve(t, (request, response) => {
      asked.push(request.url ?? '');
      response.end(list);
    });
    const languages = languagesBeside(new URL('broadside.js', folder), hashOf('x'));
    await assert.rejects(languages.load(['fa']), (thrown: BroadsideError) => thrown.code === 'messages');
    assert.deepEqual(asked, [`/${messageFile('words', hashOf('x'))}`]);
  });

  test('have file names that are safe everywhere', () => {
    assert.equal(messageFile('zh-Hant', 'ab+/cdefghijklmnop='), 'broadside-zh-Hant.ab-_cdefghij.json');
  });
});
