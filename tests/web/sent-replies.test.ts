import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { onSentReply, announceSentReply, type SentReply } from '../../web/src/replies/sent-replies.ts';

const endpoint = new URL('https://replies.example/v1/articles/a/replies');
const sent: SentReply = {
  reply: { id: '1', place: 1, position: '0-00000001', name: 'Ana', text: 'Hello', created: '2026-01-02T03:04:05Z' },
  form: '',
  language: 'en',
  typed: { name: 'Ana', email: 'ana@example.com', website: '', text: 'Hello' },
};

suite('a reply that was sent', () => {
  test('is announced to all others that show the same replies, and not to those that have gone', () => {
    const heard: string[] = [];
    const end = new AbortController();
    const listeners = ['sender', 'same', 'gone', 'other'].map((who) => (): void => void heard.push(who));
    const [sender, same, gone, other] = listeners as [() => void, () => void, () => void, () => void];
    const gonePage = new AbortController();
    onSentReply(endpoint, sender, end.signal);
    onSentReply(new URL(endpoint), same, end.signal);
    onSentReply(endpoint, gone, gonePage.signal);
    onSentReply(new URL('https://replies.example/v1/articles/b/replies'), other, end.signal);
    gonePage.abort();
    announceSentReply(new URL(endpoint), sent, sender);
    assert.deepEqual(heard, ['same']);
    end.abort();
    announceSentReply(endpoint, sent, sender);
    assert.deepEqual(heard, ['same']);
  });

  test('is announced to one that starts again after all had gone', () => {
    const heard: SentReply[] = [];
    const listen = (told: SentReply): void => void heard.push(told);
    const first = new AbortController();
    onSentReply(endpoint, listen, first.signal);
    first.abort();
    const second = new AbortController();
    onSentReply(endpoint, listen, second.signal);
    announceSentReply(endpoint, sent, () => undefined);
    second.abort();
    assert.deepEqual(heard, [sent]);
  });
});
