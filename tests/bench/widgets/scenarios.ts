import { mountAndRemove } from '../../support/mounting.ts';
import { htmlOf, many, manyOf } from './publisher.ts';
import { Samples } from './table.ts';
import { type Visitor } from './visitor.ts';
import { settle, type World } from './world.ts';

/** Measures something so many times and prints it. */
export type Scenario = (world: World, plan: Plan) => Promise<void>;

export interface Plan {
  readonly rounds: number;
  /** The factor by which the processor is made slower. */
  readonly slowdown: number;
}

/** One article of 2 KB, from the start of the navigation until it is painted and nothing more happens. */
export const first: Scenario = async (world, { rounds, slowdown }) => {
  const pages = {
    'Broadside, a view': world.page('first', world.tag('short/article.json')),
    'by hand': world.byHand('first-by-hand', ['short']),
    'static HTML': world.bare('first-static', `${htmlOf('short')}<script>benchIsReady()</script>`),
  };
  const samples = new Samples();
  for (let round = 0; round < rounds; round++) {
    for (const [name, url] of Object.entries(pages))
      await world.visit(slowdown, async (visitor) => {
        samples.add(name, { ...(await opening(visitor, url, 1)) });
      });
  }
  samples.print('The first painting of an article of 2 KB, ms of the main thread');
};

/** A hundred different articles of 2 KB on one page. */
export const hundred: Scenario = async (world, { rounds, slowdown }) => {
  const tags = (attributes = ''): string =>
    Array.from({ length: many }, (_, i) => world.tag(manyOf(i), attributes)).join('');
  const far = '<div style="height: 100000px"></div>';
  const cases = [
    { name: 'Broadside', url: world.page('hundred', tags()), count: many },
    { name: 'Broadside, lazy and far', url: world.page('lazy', far + tags('loading="lazy"')), count: 0 },
    { name: 'unknown elements, far', url: world.bare('unknown', far + tags()), count: 0 },
    { name: 'by hand', url: world.byHand('hundred-by-hand', new Array<string>(many).fill('short')), count: many },
  ];
  const samples = new Samples();
  for (let round = 0; round < rounds; round++) {
    for (const { name, url, count } of cases)
      await world.visit(slowdown, async (visitor) => {
        const work = await opening(visitor, url, count);
        const { script, dom, buffers, nodes, listeners } = await visitor.holdings();
        const heap = { 'script KB': script / 1024, 'DOM KB': dom / 1024, 'buffers KB': buffers / 1024 };
        samples.add(name, { ...work, ...heap, nodes, listeners });
      });
  }
  samples.print('100 articles on a page, ms of the main thread, and what is held after');
};

/** Elements are put into the page and removed again, one after the other. */
export const mounts: Scenario = async (world) => {
  const url = world.page('mounts', '');
  const samples = new Samples();
  await world.visit(1, async (visitor) => {
    await visitor.page.goto(url);
    for (const times of [100, 500, 500]) {
      await mountAndRemove(visitor.page, `${world.publisher.url}short/article.json`, times);
      const { script, dom, buffers, nodes, listeners } = await visitor.holdings();
      const heap = { 'script KB': script / 1024, 'DOM KB': dom / 1024, 'buffers KB': buffers / 1024 };
      samples.add(`${String(times)} more`, { ...heap, nodes, listeners });
    }
  });
  samples.print('What is held after mounts and removals, each until the article is there');
};

/** The switch of an article of 50 KB to its other language and back. */
export const languageSwitch: Scenario = async (world, { rounds, slowdown }) => {
  const url = world.page('switch', world.tag('middle/article.json', 'replies="off"'));
  const samples = new Samples();
  await world.visit(slowdown, async (visitor) => {
    await opening(visitor, url, 1);
    for (let round = 0; round < 2 * rounds; round++) {
      const work = await visitor.workOf(async () => {
        await switched(visitor);
        await visitor.page.waitForTimeout(300);
      });
      samples.add(round < 2 ? 'the first times' : 'later', { ...work });
    }
  });
  samples.print('A switch of the language of an article of 50 KB, ms of the main thread');
};

/** Typing at the end of a reply of the greatest length. */
export const typing: Scenario = async (world, { rounds, slowdown }) => {
  const url = world.page('typing', world.tag('short/article.json'));
  const samples = new Samples();
  const text = 'Some *words* of a [reply](https://reader.example/) that is long. '.repeat(152);
  for (let round = 0; round < rounds; round++) {
    for (const preview of [false, true])
      await world.visit(slowdown, async (visitor) => {
        const { page } = visitor;
        await opening(visitor, url, 1);
        await page.locator('textarea').scrollIntoViewIfNeeded();
        await page.locator('textarea').fill(text);
        if (preview) await page.getByRole('button', { name: 'Preview' }).click();
        await page.locator('textarea').focus();
        await page.evaluate(watchEvents);
        const { longest } = await visitor.workOf(async () => {
          await page.keyboard.type('and typed to its end', { delay: 60 });
          await page.waitForTimeout(1000);
        });
        const durations = await page.evaluate(() => benchEvents);
        samples.add(preview ? 'with the preview' : 'without', {
          'longest task': longest,
          'a key until painted, median': [...durations].sort((a, b) => a - b)[durations.length >> 1] ?? NaN,
          longest: Math.max(...durations),
        });
      });
  }
  samples.print('Typing in a reply of 10,000 characters, ms');
};

/** An article of 200 KB. */
export const long: Scenario = async (world, { rounds, slowdown }) => {
  const off = 'replies="off"';
  const pages = {
    'Broadside, a view': world.page('long', world.tag('long/article.json', off)),
    'Broadside, a Markdown file': world.page('long-file', world.tag('long.md', off)),
    'by hand': world.byHand('long-by-hand', ['long']),
  };
  const samples = new Samples();
  for (let round = 0; round < rounds; round++) {
    for (const [name, url] of Object.entries(pages))
      await world.visit(slowdown, async (visitor) => {
        const work = await opening(visitor, url, 1);
        samples.add(name, { ...work, 'there at': await visitor.page.evaluate(() => benchLast) });
      });
  }
  samples.print('An article of 200 KB, ms of the main thread');
};

declare global {
  var benchEvents: number[];
}

function opening(visitor: Visitor, url: string, count: number): Promise<Awaited<ReturnType<Visitor['workOf']>>> {
  return visitor.workOf(async () => {
    await visitor.page.goto(url);
    await settle(visitor, count);
  });
}

async function switched({ page }: Visitor): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        addEventListener(
          'broadside:language',
          () => {
            resolve();
          },
          { once: true },
        );
        const link = document.querySelector('broadside-article')?.shadowRoot?.querySelector<HTMLElement>('.switch a');
        link?.click();
      }),
  );
}

/** Notes how long each key takes until its frame is painted. */
function watchEvents(): void {
  globalThis.benchEvents = [];
  const observer = new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') benchEvents.push(duration);
  });
  observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
}
