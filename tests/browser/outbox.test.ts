import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { goToReplies, useChromium } from '../support/browser.ts';
import { write } from '../support/reply-form.ts';
import { toldOf, World } from '../support/world.ts';

suite('without a network', () => {
  const visitors = useChromium('only Playwright’s own protocol can take the network away');

  test('the article stays, and a reply waits and says so, survives a reload, and goes once', async (t) => {
    const world = await World.start(t);
    const { page } = await world.open(visitors);
    await goToReplies(page);
    await write(page, 'From a train');
    const context = page.context();
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Send reply' }).click();
    const waits = page.getByRole('status').filter({ hasText: 'You are offline. Your reply is kept here' });
    await waits.waitFor();
    assert.ok(await page.getByRole('heading', { name: 'A title' }).isVisible());
    assert.equal(world.sent.length, 0);

    // A reply that is changed meanwhile does not go by itself.
    await page.getByRole('textbox', { name: 'Your reply' }).fill('From a train.');
    assert.equal(await waits.count(), 0);
    await page.getByRole('button', { name: 'Send reply' }).click();
    await waits.waitFor();

    await context.setOffline(false);
    await page.waitForFunction(() => told.some(({ type }) => type === 'broadside:reply'));
    assert.deepEqual(
      world.sent.map(({ text }) => text),
      ['From a train.'],
    );
    assert.equal(await page.locator('.reply').count(), 1);
    assert.equal(await page.locator('textarea').inputValue(), '');
  });

  test('a reply that waits when its page is closed goes when the page is opened again', async (t) => {
    const world = await World.start(t);
    const { page } = await world.open(visitors);
    await goToReplies(page);
    await write(page, 'From a train');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.getByText('You are offline.').waitFor();
    const kept = await page.evaluate(() => JSON.stringify(localStorage));
    await page.context().setOffline(false);
    await toldOf(page, 'reply');

    // Two tabs that were discarded in the meantime open what was kept, and send it: it is one reply.
    const later = await world.open(visitors, JSON.parse(kept) as Record<string, string>);
    await goToReplies(later.page);
    await toldOf(later.page, 'reply');
    await later.page.locator('.reply').waitFor();
    assert.equal(await later.page.locator('.reply').count(), 1);
    assert.equal(new Set(world.sent.map(({ key }) => key)).size, 1);
    assert.equal(await later.page.locator('textarea').inputValue(), '');
  });
});
