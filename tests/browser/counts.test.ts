import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { useChromium } from '../support/browser.ts';
import { startOwnDemo } from '../support/demo.ts';
import { Site } from '../support/site.ts';

suite('the numbers of replies on a list of articles', () => {
  const visitors = useChromium('the script asks one question and sets one text');

  test('are those of the server, and a text stays if the server does not answer', async (t) => {
    const demo = await startOwnDemo(t);
    const body = JSON.stringify({ name: 'Ana', email: 'a@b.example', text: 'A reply', language: 'en' });
    const endpoint = `${demo.replies}/v1/articles/north-korea/replies`;
    const posted = await fetch(endpoint, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    assert.equal(posted.status, 201);

    const list = await Site.start(t);
    list.put(
      '',
      `<!doctype html><meta charset="utf-8"><script src="${demo.replies}/broadside-counts.js" defer></script>
       <p>North Korea: <span data-broadside-replies="north-korea">–</span>
       <p>About: <span data-broadside-replies="about-broadside">–</span>
       <p>Again: <span data-broadside-replies="north-korea">–</span>`,
    );
    const page = await visitors.open();
    await page.goto(list.url());
    await page.getByText('North Korea: 1').waitFor();
    assert.deepEqual(await page.locator('p').allInnerTexts(), ['North Korea: 1', 'About: 0', 'Again: 1']);

    const other = await visitors.open();
    await other.route('**/v1/counts*', (route) => route.abort());
    await other.goto(list.url(), { waitUntil: 'networkidle' });
    assert.deepEqual(await other.locator('p').allInnerTexts(), ['North Korea: –', 'About: –', 'Again: –']);
  });
});
