import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fromFragment, isShareable, toFragment } from '../../../web/playground/state/address.ts';
import { defaults, withOption } from '../../../web/playground/state/options.ts';

suite('the address of the playground', () => {
  test('names nothing that is as by default', async () => {
    assert.equal(await toFragment({ options: defaults, texts: undefined }), '');
    assert.deepEqual(await fromFragment(''), { options: defaults, texts: undefined });
  });

  test('keeps settings and texts, in their order', async () => {
    const options = [
      ['theme', 'dark'],
      ['width', '390'],
      ['policy', 'no-wasm'],
      ['lang', 'es'],
    ].reduce((before, [name = '', value = '']) => withOption(before, name, value), defaults);
    const texts = new Map([
      ['es', 'Una hoja & «otra» # 字 \u{1f4f0}\n'],
      ['en', ''],
    ]);
    const fragment = await toFragment({ options, texts });
    assert.match(fragment, /^lang=es&width=390&theme=dark&policy=no-wasm&text\.es=[\w-]+&text\.en=[\w-]+$/);
    const read = await fromFragment(fragment);
    assert.deepEqual(read, { options, texts });
    assert.deepEqual([...read.texts.keys()], ['es', 'en']);
  });

  test('gives defaults for what it does not understand', async () => {
    const wrong = 'theme=black&width=12&width=9999&width=1e3&heading-level=9&toString=1&__proto__=1&unknown=1';
    assert.deepEqual(await fromFragment(wrong), { options: defaults, texts: undefined });
    assert.deepEqual((await fromFragment('text.en=%21')).texts, new Map([['en', '']]));
  });

  test('does not hold texts that make it too long to be sent', async () => {
    const random = Array.from({ length: 60_000 }, (_, at) => ((at * 7919) % 104_729).toString(36)).join('');
    assert.equal(isShareable(await toFragment({ options: defaults, texts: new Map([['en', random]]) })), false);
    assert.equal(
      isShareable(await toFragment({ options: defaults, texts: new Map([['en', 'a '.repeat(60_000)]]) })),
      true,
    );
  });

  test('does not unpack a text that was made to be enormous', async () => {
    const fragment = await toFragment({ options: defaults, texts: new Map([['en', 'a'.repeat(3 << 20)]]) });
    assert.deepEqual((await fromFragment(fragment)).texts, new Map([['en', '']]));
  });
});
