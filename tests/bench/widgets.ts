// Measures what articles cost a page: the first painting, many of them, mounting and removing, switching, typing, a long one.
//   ./dev bench widgets [--rounds N] [--only WORD]
import { parseArgs } from 'node:util';
import { launchChromium } from '../support/chromium.ts';
import { first, hundred, languageSwitch, long, mounts, type Scenario, typing } from './widgets/scenarios.ts';
import { World } from './widgets/world.ts';

const scenarios: Readonly<Record<string, Scenario>> = { first, hundred, mounts, switch: languageSwitch, typing, long };

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' }, only: { type: 'string' } } });

const browser = await launchChromium();
const world = await World.start(browser);
console.log(`Chromium ${browser.version()}`);
for (const [name, scenario] of Object.entries(scenarios))
  if (values.only === undefined || name === values.only) await scenario(world, Number(values.rounds));
await browser.close();
world.close();
