import assert from 'node:assert/strict';
import { afterEach, suite, test } from 'node:test';
import { DraftBox } from '../../web/src/replies/draft.ts';

const day = 24 * 60 * 60 * 1000;
const publisher = 'https://news.example';
const fields = { name: 'Ana', email: '', website: '', text: 'Half a sent' };

class MemoryStorage {
  readonly items = new Map<string, string>();
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

function use(storage: unknown): void {
  Object.defineProperty(globalThis, 'localStorage', { value: storage, configurable: true });
}

suite('a draft', () => {
  afterEach(() => {
    use(undefined);
    new DraftBox(publisher, 'one').clear();
  });

  test('comes back to its own article only', () => {
    use(new MemoryStorage());
    new DraftBox(publisher, 'one').keep({ fields });
    assert.deepEqual(new DraftBox(publisher, 'one').open().fields, fields);
    assert.equal(new DraftBox(publisher, 'two').open().fields.text, '');
    assert.equal(new DraftBox('https://other.example', 'one').open().fields.text, '');
  });

  test('stores nothing before something is written, and nothing after it was sent', () => {
    const storage = new MemoryStorage();
    use(storage);
    const box = new DraftBox(publisher, 'one');
    box.open();
    assert.equal(storage.items.size, 0);
    box.send({ fields }, fields);
    assert.equal(storage.items.size, 1);
    box.clear();
    assert.equal(storage.items.size, 0);
    assert.deepEqual(box.open(), { fields: { name: '', email: '', website: '', text: '' } });
  });

  test('is sent again under its key, over a reload too, and under another when it was changed', () => {
    use(new MemoryStorage());
    const { key } = new DraftBox(publisher, 'one').send({ fields }, fields).sending;
    assert.match(key, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const box = new DraftBox(publisher, 'one');
    const kept = box.open();
    assert.equal(box.send(kept, { ...fields }).sending.key, key);
    const keys = [{ text: 'Half a sentence' }, { email: 'ana@example.com' }].map(
      (change) => box.send(kept, { ...fields, ...change }).sending.key,
    );
    assert.equal(new Set([key, ...keys]).size, 3);
  });

  test('in another tab is another reply', () => {
    use(new MemoryStorage());
    new DraftBox(publisher, 'one').keep({ fields });
    const [one, other] = [new DraftBox(publisher, 'one'), new DraftBox(publisher, 'one')].map((box) => {
      const draft = box.open();
      return { send: (text: string) => box.send(draft, { ...fields, text }).sending.key };
    });
    assert.notEqual(one?.send('One'), other?.send('Other'));
  });

  test('is gone after seven days', () => {
    const storage = new MemoryStorage();
    use(storage);
    let now = 0;
    const box = new DraftBox(publisher, 'one', () => now);
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
    test(`survives in memory where storage is ${what}`, () => {
      use(storage);
      new DraftBox(publisher, 'one').keep({ fields });
      assert.deepEqual(new DraftBox(publisher, 'one').open().fields, fields);
      new DraftBox(publisher, 'one').clear();
      assert.equal(new DraftBox(publisher, 'one').open().fields.text, '');
    });
  }

  for (const text of ['', 'null', '1', '{}', '{"fields": null}', '{"fields": {"name": 1}, "until": 1e99}']) {
    test(`is a new one where what is stored is ${text === '' ? 'empty' : text}`, () => {
      use({ getItem: () => text, setItem: () => undefined, removeItem: () => undefined });
      assert.equal(new DraftBox(publisher, 'one').open().fields.text, '');
    });
  }
});
