import assert from 'node:assert/strict';
import { afterEach, suite, test } from 'node:test';
import { answersThatWait, type Draft, DraftBox, sendingOf } from '../../web/src/replies/draft.ts';

const day = 24 * 60 * 60 * 1000;
const publisher = 'https://news.example';
const fields = { name: 'Ana', email: '', website: '', text: 'Half a sent' };

class MemoryStorage {
  readonly items = new Map<string, string>();
  /** The keys are properties of a storage. */
  static enumerable(): MemoryStorage {
    const storage = new MemoryStorage();
    return new Proxy(storage, {
      ownKeys: () => [...storage.items.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
      get: (target, name) => Reflect.get(target, name) as unknown,
    });
  }
  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.items.set(key, value);
  }
  removeItem(key: string): void {
    this.items.delete(key);
  }
}

function forget(article: string): void {
  const box = new DraftBox(publisher, article);
  box.clear(box.open());
}

/** Returns the key with which the draft would be sent with these words. */
function keyOf(box: DraftBox, draft: Draft, words: Partial<typeof fields>): string {
  return sendingOf(box.keep(draft), { ...fields, ...words }).key;
}

function use(storage: unknown): void {
  Object.defineProperty(globalThis, 'localStorage', { value: storage, configurable: true });
}

suite('a draft', () => {
  afterEach(() => {
    use(undefined);
    forget('one');
  });

  test('comes back to its own article only', () => {
    use(new MemoryStorage());
    new DraftBox(publisher, 'one').keep({ fields });
    assert.deepEqual(new DraftBox(publisher, 'one').open().fields, fields);
    assert.equal(new DraftBox(publisher, 'two').open().fields.text, '');
    assert.equal(new DraftBox('https://other.example', 'one').open().fields.text, '');
  });

  test('comes back to its own form only', () => {
    use(new MemoryStorage());
    new DraftBox(publisher, 'one').keep({ fields });
    assert.equal(new DraftBox(publisher, 'one', 'to-7').open().fields.text, '');
    new DraftBox(publisher, 'one', 'to-7').keep({ fields: { ...fields, text: 'An answer' } });
    assert.deepEqual(new DraftBox(publisher, 'one').open().fields, fields);
    assert.equal(new DraftBox(publisher, 'one', 'to-7').open().fields.text, 'An answer');
  });

  test('is found among the others if it is an answer that waits for the network', () => {
    for (const storage of [MemoryStorage.enumerable(), undefined]) {
      use(storage);
      const box = (form: string, article = 'one'): DraftBox => new DraftBox(publisher, article, form);
      box('to-7').keep({ fields, waits: true });
      box('to-8').keep({ fields });
      box('to-9', 'two').keep({ fields, waits: true });
      box('').keep({ fields, waits: true });
      assert.deepEqual(answersThatWait(publisher, 'one'), ['7']);
      box('to-7').keep({ ...box('to-7').open(), waits: false });
      assert.deepEqual(answersThatWait(publisher, 'one'), []);
      for (const form of ['to-7', 'to-8', '']) box(form).clear(box(form).open());
      box('to-9', 'two').clear(box('to-9', 'two').open());
    }
  });

  test('stores nothing before something is written, and nothing after it was sent', () => {
    const storage = new MemoryStorage();
    use(storage);
    const box = new DraftBox(publisher, 'one');
    box.open();
    assert.equal(storage.items.size, 0);
    const draft = box.keep({ fields });
    assert.equal(storage.items.size, 1);
    box.clear(draft);
    assert.equal(storage.items.size, 0);
    assert.deepEqual(box.open(), { fields: { name: '', email: '', website: '', text: '' } });
  });

  test('is sent again with its key, even after a reload, and with another key if it was changed', () => {
    use(new MemoryStorage());
    const key = keyOf(new DraftBox(publisher, 'one'), { fields }, {});
    assert.match(key, /^[A-Za-z0-9_-]{16,64}$/); // docs/openapi.yaml
    const box = new DraftBox(publisher, 'one');
    const kept = box.open();
    assert.equal(keyOf(box, kept, {}), key);
    const others = [
      { text: 'Half a sentence' },
      { email: 'ana@example.com' },
      { name: 'An', email: 'a' },
      { name: '' },
    ];
    assert.equal(new Set([key, ...others.map((words) => keyOf(box, kept, words))]).size, 1 + others.length);
    assert.equal(keyOf(box, kept, {}), key);
  });

  test('has a key that nobody can foresee', () => {
    use(new MemoryStorage());
    const keys = ['one', 'two'].map((article) => keyOf(new DraftBox(publisher, article), { fields }, {}));
    assert.notEqual(keys[0], keys[1]);
    forget('two');
  });

  test('that is open in two tabs is one reply, even if one of them has sent it already, and other words are another reply', () => {
    use(new MemoryStorage());
    new DraftBox(publisher, 'one').keep({ fields });
    const [one, other] = [new DraftBox(publisher, 'one'), new DraftBox(publisher, 'one')] as const;
    const [inOne, inOther] = [one.open(), other.open()];
    const key = keyOf(one, inOne, {});
    one.clear(inOne);
    assert.equal(one.open().fields.text, '');
    assert.equal(keyOf(other, inOther, {}), key);
    assert.notEqual(keyOf(other, inOther, { text: 'Other' }), key);
    // The same words written again are a new reply.
    other.clear(inOther);
    assert.notEqual(keyOf(one, { fields }, {}), key);
  });

  test('that another tab has begun stays when this one has been sent', () => {
    use(new MemoryStorage());
    const box = new DraftBox(publisher, 'one');
    const sent = box.keep({ fields });
    new DraftBox(publisher, 'one').keep({ fields: { ...fields, text: 'Another' } });
    box.clear(sent);
    assert.equal(box.open().fields.text, 'Another');
  });

  test('disappears after seven days', () => {
    const storage = new MemoryStorage();
    use(storage);
    let now = 0;
    const box = new DraftBox(publisher, 'one', '', () => now);
    box.keep({ fields });
    now = 7 * day - 1;
    assert.deepEqual(box.open().fields, fields);
    now = 7 * day;
    assert.equal(box.open().fields.text, '');
    assert.equal(storage.items.size, 0);
  });

  const refuse = (): never => {
    throw new DOMException('no', 'SecurityError');
  };
  for (const [what, storage] of Object.entries({
    missing: undefined,
    blocked: { getItem: refuse, setItem: refuse, removeItem: refuse },
    full: Object.assign(new MemoryStorage(), { setItem: refuse }),
  })) {
    test(`is kept in memory if storage is ${what}`, () => {
      use(storage);
      new DraftBox(publisher, 'one').keep({ fields });
      assert.deepEqual(new DraftBox(publisher, 'one').open().fields, fields);
      forget('one');
      assert.equal(new DraftBox(publisher, 'one').open().fields.text, '');
    });
  }

  test('with a secret of an unknown form gets another one', () => {
    use({ getItem: () => JSON.stringify({ fields, secret: 'x', until: 1e99 }), setItem: () => undefined });
    assert.equal(new DraftBox(publisher, 'one').open().secret, undefined);
  });

  for (const text of ['', 'null', '1', '{}', '{"fields": null}', '{"fields": {"name": 1}, "until": 1e99}']) {
    test(`is a new one if the stored one is ${text === '' ? 'empty' : text}`, () => {
      use({ getItem: () => text, setItem: () => undefined, removeItem: () => undefined });
      assert.equal(new DraftBox(publisher, 'one').open().fields.text, '');
    });
  }
});
