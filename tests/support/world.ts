import type { TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { errorsOf, type Visitors } from './browser.ts';
import { body } from './http-server.ts';
import { Site } from './site.ts';

export interface Told {
  readonly type: string;
  readonly detail: {
    readonly code?: string;
    readonly where?: string;
    readonly language?: string;
    readonly id?: string;
  };
}
declare global {
  var told: Told[];
}

export interface Sent {
  readonly name: string;
  readonly text: string;
  readonly language: string;
  readonly key: string;
}

/** A host's page and a publisher's site, on two origins that belong to one test. */
export class World {
  readonly host: Site;
  readonly publisher: Site;
  readonly loader: string;
  /** The replies that reached the publisher's server, including repeated attempts. */
  readonly sent: Sent[] = [];

  private constructor(host: Site, publisher: Site) {
    this.host = host;
    this.publisher = publisher;
    this.loader = publisher.putLoader();
    this.put(article());
    this.publisher.put('replies', (request, response) => {
      if (request.method !== 'POST') {
        response.end(JSON.stringify({ replies: request.method === 'GET' ? this.#replies() : [], next: null }));
        return;
      }
      void body(request).then((text) => {
        const sent = JSON.parse(text) as Sent;
        this.sent.push(sent);
        const reply = this.#replies().find(({ id }) => id === sent.key);
        response.writeHead(201).end(JSON.stringify({ reply }));
      });
    });
    this.show(`<broadside-article src="${this.src}"><p>The fallback</p></broadside-article>`);
  }

  static async start(test: TestContext): Promise<World> {
    return new World(await Site.start(test), await Site.start(test));
  }

  get src(): string {
    return this.publisher.url('article.json');
  }

  /** Sets the content of article.json, as a value or as its exact text. */
  put(json: unknown): void {
    this.publisher.put('article.json', typeof json === 'string' ? json : JSON.stringify(json));
  }

  /** Sets the host's page, around these tags. */
  show(tags: string, attributes = ''): void {
    const script = `<script async src="${this.loader}" ${attributes}></script>`;
    this.host.put(
      '',
      `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Host</title><h1>Host</h1>${tags}${script}`,
    );
  }

  /**
   * Opens the host's page in a browser that has stored these texts for it. Errors on its console are added to `errors`,
   * our events to `told` in the page.
   */
  async open(visitors: Visitors, stored: Record<string, string> = {}): Promise<{ page: Page; errors: string[] }> {
    const page = await visitors.open();
    const errors = errorsOf(page);
    await page.addInitScript((stored) => {
      for (const [name, text] of Object.entries(stored)) localStorage.setItem(name, text);
      globalThis.told = [];
      for (const type of ['ready', 'language', 'reply', 'error'].map((name) => `broadside:${name}`)) {
        addEventListener(type, (event) => told.push({ type, detail: (event as CustomEvent<Told['detail']>).detail }));
      }
    }, stored);
    await page.goto(this.host.url());
    return { page, errors };
  }

  /** Returns the replies as a server keeps them: of those under one key, only the first. */
  #replies(): { id: string }[] {
    const kept = new Map([...this.sent].reverse().map((reply) => [reply.key, reply]));
    return [...kept.values()].reverse().map(({ name, text, key, language }, i) => ({
      ...{ id: key, place: i + 1, name, text, language },
      created: `2026-01-02T03:04:${10 + i}Z`,
    }));
  }
}

/** Returns the next event of that type, or one that has already occurred. */
export async function toldOf(page: Page, type: Told['type']): Promise<Told['detail']> {
  const found = await page.waitForFunction(
    (type) => told.find((event) => event.type === type)?.detail,
    `broadside:${type}`,
  );
  return (await found.jsonValue()) as Told['detail'];
}

/**
 * Returns an article in English and Spanish, with a finished view of each. It is short, so that its replies are near.
 */
export function article(changes: object = {}): Record<string, unknown> {
  return {
    broadside: 1,
    id: 'an-article',
    default: 'en',
    publisher: { name: 'The Publisher' },
    translations: {
      en: { title: 'A title', markdown: 'The first paragraph.', url: 'en/', view: view('en', 'A title', 'es') },
      es: { title: 'Un título', markdown: 'El primer párrafo.', url: 'es/', view: view('es', 'Un título', 'en') },
    },
    replies: { endpoint: 'replies', state: 'open' },
    ...changes,
  };
}

/** Returns the same article with `paragraphs` paragraphs, the first of which repeats the words `en 0`, or `es 0`. */
export function articleOf(paragraphs: number): Record<string, unknown> {
  return article({
    translations: {
      en: { title: 'A title', markdown: 'Text.', url: 'en/', view: view('en', 'A title', 'es', paragraphs) },
      es: { title: 'Un título', markdown: 'Texto.', url: 'es/', view: view('es', 'Un título', 'en', paragraphs) },
    },
  });
}

/** Returns the article with one translation, changed. */
export function english(changes: object): Record<string, unknown> {
  return article({ translations: { en: { title: 'A title', markdown: 'From Markdown.', url: 'en/', ...changes } } });
}

function view(lang: string, title: string, other: string, length = 2): unknown {
  const paragraphs = Array.from({ length }, (_, i) => ['p', `${lang} ${i} `.repeat(lang === 'es' ? 90 : 60)]);
  return [
    'article',
    { class: 'article', lang, dir: 'ltr' },
    ['p', { class: 'skip' }, ['a', { href: '#article-body' }, 'Skip']],
    [
      'header',
      { class: 'head' },
      ['h1', { class: 'title' }, title],
      ['p', { class: 'switch' }, ['a', { href: `${other}/`, hreflang: other, lang: other }, `To ${other}`]],
    ],
    ['div', { class: 'body', id: 'article-body' }, ...paragraphs],
  ];
}
