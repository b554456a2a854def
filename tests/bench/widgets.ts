// Measures what articles cost a page: the first painting, many of them, mounting and removing, switching, typing, a long one.
//   ./dev bench widgets [--rounds N] [--slowdown N] [--only WORD]
import { parseArgs } from 'node:util';
import { launchChromium } from '../support/chromium.ts';
import { first, hundred, languageSwitch, long, mounts, type Scenario, typing } from './widgets/scenarios.ts';
import { World } from './widgets/world.ts';

const scenarios: Readonly<Record<string, Scenario>> = { first, hundred, mounts, switch: languageSwitch, typing, long };

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    slowdown: { type: 'string', default: '4' },
    only: { type: 'string' },
  },
});
const plan = { rounds: Number(values.rounds), slowdown: Number(values.slowdown) };

const browser = await launchChromium();
const world = await World.start(browser);
console.log(
  `Chromium ${browser.version()}, processor slowed ${values.slowdown} times; the times are the processor’s own`,
);
for (const [name, scenario] of Object.entries(scenarios))
  if (values.only === undefined || name === values.only) await scenario(world, plan);
await browser.close();
world.close();
