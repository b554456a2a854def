import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { goToReplies, useChromium } from '../support/browser.ts';
import { World } from '../support/world.ts';

suite('the times of replies', () => {
  const visitors = useChromium('a zone and a clock of the test’s own can be had only in Chromium');

  test('are those of the reader’s zone, exact on hover, and told anew as time passes', async (t) => {
    const world = await World.start(t);
    const reply = (id: number, created: string) => ({ id: `${id}`, place: id, name: 'Ana', text: 'Text', created });
    const replies = [
      reply(1, '2026-01-02T03:04:05Z'),
      reply(2, '2026-07-02T03:04:05Z'),
      reply(3, '2026-11-27T09:30:00Z'),
      reply(4, '2026-11-27T11:58:10Z'),
    ];
    world.publisher.put('replies', JSON.stringify({ replies, next: null }));
    const page = await visitors.open({ timezoneId: 'Europe/Berlin' });
    await page.clock.install({ time: '2026-11-27T12:00:00Z' });
    await page.goto(world.host.url());
    await goToReplies(page);
    const times = page.locator('.reply-date');
    await times.first().waitFor();
    // Each has the offset that held at its own time.
    const exact = [
      'January 2, 2026 at 04:04 UTC+1',
      'July 2, 2026 at 05:04 UTC+2',
      'November 27, 2026 at 10:30 UTC+1',
      'November 27, 2026 at 12:58 UTC+1',
    ];
    assert.deepEqual(await times.allInnerTexts(), [...exact.slice(0, 2), '2 hours ago', '2 minutes ago']);
    assert.deepEqual(await times.evaluateAll((all) => all.map((time) => time.getAttribute('title'))), exact);
    await page.locator('textarea').fill('Half a sentence');
    await page.clock.runFor('31:00');
    assert.deepEqual((await times.allInnerTexts()).slice(2), ['3 hours ago', '33 minutes ago']);
    assert.equal(await page.locator('textarea').inputValue(), 'Half a sentence');
  });
});
