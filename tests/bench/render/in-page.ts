// Runs in the browser: from Markdown to what a page shows, in a container that is never laid out.
import DOMPurify from 'dompurify';
import messages from '../../../web/messages/en.json' with { type: 'json' };
import { Origins } from '../../../web/src/network/origins.ts';
import { type CheckedElement, check } from '../../../web/src/tree/check.ts';
import { Region } from '../../../web/src/tree/patch.ts';
import { Setting } from '../../../web/src/tree/setting.ts';
import { answer, Core, instantiateCore, steps } from './broadside.ts';
import { type Peer, startPeers } from './peers.ts';
import { interleaved, type Medians, type Plan, type Timed, timed } from './samples.ts';

declare global {
  var bench: {
    /** Measures each contender's way from Markdown to DOM. */
    compare(markdown: string, plan: Plan): Medians;
    /** Measures the steps of our own way, one by one. */
    dissect(markdown: string, plan: Plan): Medians;
  };
}

type Show = (container: HTMLElement) => void;

const base = new URL('https://news.example/article.md');
const origins = new Origins('https://host.example', base.origin);
const setting = new Setting({ base, page: base, origins, headingLevel: 1 });

const module = await instantiateCore(await bytesOf('broadside-core.wasm'));
const core = new Core(module);
const peers = await startPeers({ small: await bytesOf('md4w-small.wasm'), fast: await bytesOf('md4w-fast.wasm') });

globalThis.bench = {
  compare(markdown, plan) {
    const shows = Object.entries(contenders(markdown)).map(([name, show]) => [name, timedShow(show)] as const);
    return interleaved(Object.fromEntries(shows), plan);
  },
  dissect: (markdown, plan) => interleaved(ourSteps(markdown), plan),
};

async function bytesOf(name: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch(name)).arrayBuffer());
}

function contenders(markdown: string): Record<string, Show> {
  const request = { markdown, language: 'en', html: undefined, messages, base: base.href };
  const ours: Record<string, Show> = {
    'Broadside: Markdown alone': (container) => {
      showTree(container, checkedTree(JSON.parse(answer(module, markdown))));
    },
    'Broadside: as the loader shows a file': (container) => {
      showTree(container, checkedTree(core.document(request)));
    },
  };
  const finished = document.createElement('div');
  ours['Broadside: Markdown alone']?.(finished);
  const { innerHTML } = finished;
  const tree = checkedTree(JSON.parse(answer(module, markdown)));
  return {
    'limit: innerHTML of the finished HTML': (container) => {
      container.innerHTML = innerHTML;
    },
    'floor: the same tree by createElement': (container) => {
      container.appendChild(made(tree));
    },
    ...ours,
    ...Object.fromEntries(peers.map((peer) => peerShow(peer, markdown))),
  };
}

function peerShow({ name, safe, html }: Peer, markdown: string): [string, Show] {
  if (safe) {
    const show: Show = (container) => {
      container.innerHTML = html(markdown);
    };
    return [name, show];
  }
  // This is the quicker way to use DOMPurify, because a text would have to be parsed once more.
  const show: Show = (container) => {
    container.append(DOMPurify.sanitize(html(markdown), { RETURN_DOM_FRAGMENT: true }));
  };
  return [`${name} + DOMPurify`, show];
}

function checkedTree(tree: unknown): CheckedElement {
  return check(tree, 'content', setting);
}

function showTree(container: HTMLElement, tree: CheckedElement): void {
  new Region(container.appendChild(document.createTextNode(''))).show(tree);
}

/** Makes a tree's DOM by script in the least possible time. */
function made({ name, attributes, children }: CheckedElement): HTMLElement {
  const element = document.createElement(name);
  for (const [name, value] of attributes) element.setAttribute(name, value);
  for (const child of children)
    element.appendChild(typeof child === 'string' ? document.createTextNode(child) : made(child));
  return element;
}

function timedShow(show: Show): Timed {
  return (times) => {
    const containers = Array.from({ length: times }, emptyContainer);
    const start = performance.now();
    for (const container of containers) show(container);
    const milliseconds = performance.now() - start;
    for (const container of containers) container.remove();
    return milliseconds / times;
  };
}

function emptyContainer(): HTMLElement {
  const container = document.createElement('div');
  container.style.display = 'none';
  return document.body.appendChild(container);
}

function ourSteps(markdown: string): Record<string, Timed> {
  const text = answer(module, markdown);
  const tree: unknown = JSON.parse(text);
  const checked = checkedTree(tree);
  return {
    'request: encode': timed(() => steps.request(module, markdown)),
    'core: Markdown in, tree as JSON out': (times) => {
      let sum = 0;
      for (let i = 0; i < times; i++) {
        const length = steps.request(module, markdown);
        sum += timed(() => {
          steps.core(module, length);
        })(1);
      }
      return sum / times;
    },
    'answer: decode': timed(() => steps.answer(module)),
    'JSON.parse': timed(() => JSON.parse(text) as unknown),
    check: timed(() => checkedTree(tree)),
    'patch: making the DOM': timedShow((container) => {
      showTree(container, checked);
    }),
  };
}
