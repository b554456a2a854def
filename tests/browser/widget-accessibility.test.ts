import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { faultsOf } from '../support/axe.ts';
import { goToReplies, useChromium } from '../support/browser.ts';
import { article, World } from '../support/world.ts';

const expectedTree = `
- article:
  - paragraph:
    - link "Skip to the article":
      - /url: /A%20title/#article-body
  - heading "A title" [level=1]
  - navigation "Languages – A title":
    - group:
      - text: English
      - list:
        - listitem:
          - link "Deutsch":
            - /url: /Titel/
        - listitem:
          - link "English":
            - /url: /A%20title/
        - listitem:
          - link "Español":
            - /url: /Un%20t%C3%ADtulo/
  - paragraph: Text.
  - heading "A heading" [level=2]
  - paragraph: Text.
- region "1 Reply – A title":
  - heading "1 Reply" [level=2]
  - list:
    - listitem:
      - paragraph:
        - text: Ana
        - time: January 2, 2026 at 03:04 UTC
      - heading "A heading" [level=3]
      - paragraph: A text.
      - paragraph:
        - button "Reply to Ana": Reply
- form "Leave a Reply – A title":
  - heading "Leave a Reply" [level=2]
  - paragraph: Your e-mail address will not be published.
  - text: Name
  - textbox "Name" [invalid]
  - paragraph: Please enter your name.
  - text: E-mail
  - textbox "E-mail" [invalid]
  - paragraph: Please enter your e-mail address.
  - paragraph: Not shown to readers.
  - text: Website (optional)
  - textbox "Website (optional)"
  - text: Your reply
  - textbox "Your reply": My text
  - paragraph: "You may use Markdown: *emphasis*, **strong**, > quotation, [link](https://example.com)."
  - button "Preview" [expanded]
  - button "Send reply"
  - region "Preview of your reply":
    - heading "Preview of your reply" [level=3]
    - paragraph: My text
  - status
- status: Preview of your reply
`;

suite('a widget with replies', () => {
  const visitors = useChromium(
    'axe judges roles, names and colours, which the core and one style sheet give to all engines alike',
  );

  /** Opens an article in three languages with a reply, at the form, with errors shown and the preview open. */
  async function open(t: TestContext, options: BrowserContextOptions = {}): Promise<Page> {
    const world = await World.start(t);
    const translation = (title: string) => ({ title, url: `${title}/`, markdown: 'Text.\n\n## A heading\n\nText.' });
    world.put(
      article({ translations: { en: translation('A title'), es: translation('Un título'), de: translation('Titel') } }),
    );
    const reply = { id: '1', place: 1, name: 'Ana', text: '# A heading\n\nA text.', created: '2026-01-02T03:04:05Z' };
    world.publisher.put('replies', JSON.stringify({ replies: [reply], next: null, count: 1 }));
    // axe takes a page without a background for white.
    const paper = '<style>html { background: light-dark(#fff, #111) }</style>';
    world.show(`${paper}<broadside-article src="${world.src}"></broadside-article>`);
    const page = await visitors.open({ timezoneId: 'UTC', ...options });
    await page.goto(world.host.url());
    await goToReplies(page);
    await page.locator('.reply').waitFor();
    await page.getByRole('button', { name: 'Send reply' }).click();
    await page.getByText('Please enter your name.').waitFor();
    await page.getByRole('textbox', { name: 'Your reply' }).fill('My text');
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.locator('.preview').waitFor();
    await page.locator('.languages summary').click();
    return page;
  }

  test('has no fault with everything open, in each colour scheme, on a small phone, and as forced colours', async (t) => {
    for (const colorScheme of ['light', 'dark'] as const)
      for (const forcedColors of ['none', 'active'] as const) {
        const page = await open(t, { colorScheme, forcedColors, viewport: { width: 320, height: 700 } });
        assert.deepEqual(await faultsOf(page, 'broadside-article'), [], `${colorScheme} ${forcedColors}`);
        await page.close();
      }
  });

  test('is a tree of landmarks, headings in order and named controls', async (t) => {
    const page = await open(t);
    const tree = await page.locator('broadside-article').ariaSnapshot();
    assert.equal(tree.replaceAll(/http:\/\/localhost:\d+/g, '').trim(), expectedTree.trim());
    // Browsers fill in these fields (WCAG 1.3.5), and read the problem and the hint with the field.
    const tokens = await page.locator('input').evaluateAll((all) => all.map((one) => one.getAttribute('autocomplete')));
    assert.deepEqual(tokens, ['name', 'email', 'url']);
    assert.equal(
      await page.locator('#reply-email').getAttribute('aria-describedby'),
      'reply-email-problem reply-email-hint',
    );
  });

  // WCAG 1.4.12
  test('loses nothing when a reader spaces letters, words and lines', async (t) => {
    const page = await open(t, { viewport: { width: 320, height: 700 } });
    const cut = await page.locator('broadside-article').evaluate((host) => {
      const root = host.shadowRoot;
      if (!root) throw new Error('no root');
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
      );
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      return [...root.querySelectorAll<HTMLElement>('*')]
        .filter((one) => !one.closest('.announcement, .skip, textarea, pre, table, .languages ul'))
        .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline')
        .map((one) => `${one.localName}.${one.className}`);
    });
    assert.deepEqual(cut, []);
  });

  test('does not move for a reader who has asked for that', async (t) => {
    const page = await open(t, { reducedMotion: 'reduce' });
    const moving = await page
      .locator('button, a, summary')
      .evaluateAll((all) => all.filter((one) => getComputedStyle(one).transitionDuration !== '0s').length);
    assert.equal(moving, 0);
  });
});
