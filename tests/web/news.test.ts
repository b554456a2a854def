import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { hearNews, tellNews, type News } from '../../web/src/replies/news.ts';

const endpoint = new URL('https://replies.example/v1/articles/a/replies');
const news: News = {
  reply: { id: '1', place: 1, name: 'Ana', text: 'Hello', created: '2026-01-02T03:04:05Z' },
  form: '',
  language: 'en',
  typed: { name: 'Ana', email: 'ana@example.com', website: '', text: 'Hello' },
};

suite('news of a reply', () => {
  test('come to all who show the same replies but to who sent it, and to nobody who has gone', () => {
    const heard: string[] = [];
    const end = new AbortController();
    const listeners = ['teller', 'same', 'gone', 'other'].map((who) => (): void => void heard.push(who));
    const [teller, same, gone, other] = listeners as [() => void, () => void, () => void, () => void];
    const gonePage = new AbortController();
    hearNews(endpoint, teller, end.signal);
    hearNews(new URL(endpoint), same, end.signal);
    hearNews(endpoint, gone, gonePage.signal);
    hearNews(new URL('https://replies.example/v1/articles/b/replies'), other, end.signal);
    gonePage.abort();
    tellNews(new URL(endpoint), news, teller);
    assert.deepEqual(heard, ['same']);
    end.abort();
    tellNews(endpoint, news, teller);
    assert.deepEqual(heard, ['same']);
  });

  test('come to one who starts again after all had gone', () => {
    const heard: News[] = [];
    const listen = (told: News): void => void heard.push(told);
    const first = new AbortController();
    hearNews(endpoint, listen, first.signal);
    first.abort();
    const second = new AbortController();
    hearNews(endpoint, listen, second.signal);
    tellNews(endpoint, news, () => undefined);
    second.abort();
    assert.deepEqual(heard, [news]);
  });
});
