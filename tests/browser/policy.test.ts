import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { useBrowser } from '../support/browser.ts';
import { english, toldOf, World } from '../support/world.ts';

suite('under a strict content security policy', () => {
  const visitors = useBrowser();

  async function strict(test: Parameters<typeof World.start>[0], scripts: string): Promise<World> {
    const world = await World.start(test);
    world.show(`<broadside-article src="${world.src}"><p>The fallback</p></broadside-article>`, 'nonce="n"');
    world.host.policy = [
      "default-src 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
      `script-src 'nonce-n' 'strict-dynamic' ${scripts}`,
      "style-src 'self'",
      "base-uri 'none'",
      `connect-src ${new URL(world.src).origin}`,
    ].join('; ');
    return world;
  }

  test('an article is read, switched and replied to without a violation', async (t) => {
    const world = await strict(t, "'wasm-unsafe-eval'");
    const { page, errors } = await world.open(visitors);
    await page.getByRole('link', { name: 'To es' }).click();
    await page.getByRole('heading', { name: 'Un título' }).waitFor();
    await page.getByLabel('Nombre').fill('Ana');
    await page.getByLabel('Correo').fill('ana@example.com');
    await page.getByLabel('Su respuesta').fill('Una *respuesta*');
    await page.getByRole('button', { name: 'Vista previa' }).click();
    await page.locator('.preview em').waitFor();
    await page.getByRole('button', { name: 'Enviar respuesta' }).click();
    await page.locator('.reply em').waitFor();
    assert.equal(await page.locator('.broadside').evaluate((node) => getComputedStyle(node).display), 'block');
    assert.deepEqual(errors, []);
  });

  test('an article is shown from its view without WebAssembly, and a link leads to the replies', async (t) => {
    const world = await strict(t, '');
    const { page } = await world.open(visitors);
    await page.getByRole('heading', { name: 'A title' }).waitFor();
    const link = page.getByRole('link', { name: 'Replies are on the publisher’s page' });
    assert.equal(await link.getAttribute('href'), world.publisher.url('en/'));
    assert.equal((await toldOf(page, 'error')).code, 'webassembly');
    assert.ok(!world.publisher.asked.some((path) => path.endsWith('.wasm')));
  });

  test('the fallback stays without WebAssembly and without a view', async (t) => {
    const world = await strict(t, '');
    world.put(english({}));
    const { page } = await world.open(visitors);
    await page.getByText('This article could not be loaded.').waitFor();
    assert.ok(await page.getByText('The fallback').isVisible());
  });
});
