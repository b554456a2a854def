import { byId } from './by-id.ts';
import { Controls } from './controls.ts';
import { Pane } from './editor/pane.ts';
import { loader, loaderSizes } from './loader-facts.ts';
import { showMeasures, type ShownTimes } from './measures.ts';
import { Opening } from './opening.ts';
import { articleName, type News, type Scene } from './page/scene.ts';
import { countInWords, showRemarks } from './panels.ts';
import { Preview } from './preview.ts';
import { canonicalTag } from './source/files.ts';
import { fromFragment, type State, type Texts } from './state/address.ts';
import { attributesOf, type Options, withOption } from './state/options.ts';
import { Remembered } from './state/remembered.ts';
import { Tabs } from './tabs.ts';
import { tagText } from './tag.ts';
import { Examiner } from './worker/examiner.ts';
import type { Answer, Form } from './worker/protocol.ts';

// A pause in typing of so many milliseconds is long enough to show what was typed.
const pauseToShow = 80;
// Showing a long article takes the thread in which one types. It waits for a pause of so many times as long as it took last.
const pausePerShowing = 3;
const longestPause = 1_500;

const pageFolder = new URL('page/', document.baseURI).href;
const exampleLanguages = ['en', 'es'];

/** Returns the example's texts, which lie beside the host's page with their pictures. */
async function example(): Promise<Texts> {
  const texts = exampleLanguages.map(async (language) => {
    const response = await fetch(`${pageFolder}${language}.md`);
    if (!response.ok) throw new Error(`${response.url} answered ${response.status}.`);
    return [language, await response.text()] as const;
  });
  return new Map(await Promise.all(texts));
}

export async function startPlayground(): Promise<void> {
  const state = await fromFragment(location.hash.slice(1));
  new Playground(state, await example());
}

class Playground {
  readonly #example: Texts;
  #options: Options;
  #texts: Texts;
  #files: ReadonlyMap<string, Blob> = new Map();
  #form: Form | undefined;
  #answer: Answer | undefined;
  #shown: ShownTimes = {};
  #showing: ReturnType<typeof setTimeout> | undefined;
  #pausing: ReturnType<typeof setTimeout> | undefined;
  #typedAt = 0;
  readonly #panes: readonly Pane[];
  readonly #controls: Controls;
  readonly #examiner: Examiner;
  readonly #preview: Preview;
  readonly #opening: Opening;
  readonly #remembered = new Remembered(() => {
    this.#say('These texts are too long for an address, which now holds the settings alone.');
  });

  constructor({ options, texts }: State, theExample: Texts) {
    this.#example = theExample;
    this.#options = options;
    this.#texts = texts ?? theExample;
    this.#controls = new Controls(byId('settings') as HTMLFormElement, (name, value) => {
      this.#set(withOption(this.#options, name, value));
    });
    this.#examiner = new Examiner(this.#answered, (message) => {
      this.#say(`The text could not be examined: ${message}`);
    });
    this.#preview = new Preview(byId('frame') as HTMLIFrameElement, this.#heard);
    this.#panes = ['first', 'second'].map((id) => {
      const heard = { typed: this.#typed, chosen: this.#openPanes };
      return new Pane(byId(id), heard);
    });
    new Tabs(document.querySelector('[role=tablist]') ?? document.body, (panel) => {
      this.#form = panel === 'tree' || panel === 'html' || panel === 'json' ? panel : undefined;
      if (this.#form) this.#examine();
    });
    this.#opening = new Opening({
      language: () => this.#panes[0]?.language ?? 'en',
      opened: (texts, files) => {
        this.#files = files;
        this.#open(texts);
      },
      say: (words) => {
        this.#say(words);
      },
    });
    this.#connect();
    this.#open(this.#texts);
  }

  #connect(): void {
    byId('example').addEventListener('click', () => {
      this.#opening.forget();
      this.#files = new Map();
      this.#open(this.#example);
    });
    byId('reload').addEventListener('click', () => {
      this.#shown = {};
      this.#say('');
      this.#preview.reload();
    });
    byId('copy').addEventListener('click', () => void this.#copy());
    byId('add').addEventListener('submit', this.#addLanguage);
    addEventListener('hashchange', () => void this.#follow());
  }

  /** Follows an address that was typed or pasted. */
  async #follow(): Promise<void> {
    const { options, texts } = await fromFragment(location.hash.slice(1));
    this.#options = options;
    this.#open(texts ?? this.#example);
  }

  #open(texts: Texts): void {
    this.#texts = texts;
    const [first, second] = texts.keys();
    this.#panes[0]?.open(first, texts);
    this.#panes[1]?.open(second, texts);
    this.#set(this.#options);
  }

  readonly #openPanes = (): void => {
    for (const pane of this.#panes) pane.open(pane.language, this.#texts);
    this.#examine();
  };

  readonly #typed = (language: string, text: string): void => {
    this.#typedAt = performance.now();
    this.#texts = new Map([...this.#texts, [language, text]]);
    clearTimeout(this.#showing);
    this.#showing = setTimeout(() => {
      this.#examine();
    }, pauseToShow);
    this.#remember();
  };

  #set(options: Options): void {
    this.#options = options;
    this.#controls.show(options, [...this.#texts.keys()]);
    byId('frame').style.inlineSize = options.width === '' ? '' : `${options.width}px`;
    this.#remember();
    this.#examine();
  }

  #examine(): void {
    const { html, article } = this.#options;
    const language = this.#panes[0]?.language ?? '';
    this.#examiner.ask({
      texts: this.#texts,
      html: html === '' ? undefined : html,
      base: new URL(articleName, pageFolder).href,
      finished: article === 'finished',
      printed: this.#form && { form: this.#form, language },
    });
  }

  readonly #answered = (answer: Answer): void => {
    this.#answer = answer;
    for (const pane of this.#panes) pane.show(answer.remarks);
    byId('remarks-count').textContent = countInWords(answer.remarks);
    showRemarks(byId('remarks'), answer.remarks, (language, remark) => {
      const pane = this.#panes.find((one) => one.language === language) ?? this.#panes[0];
      if (pane && pane.language !== language) pane.open(language, this.#texts);
      pane?.goTo(remark);
    });
    if (this.#form) byId(this.#form).textContent = answer.printed;
    clearTimeout(this.#pausing);
    const pause = Math.min(pausePerShowing * (this.#shown.again ?? 0), longestPause);
    this.#pausing = setTimeout(
      () => {
        this.#show(answer);
      },
      this.#typedAt + pause - performance.now(),
    );
  };

  /** Shows an article on the page; one that the core refuses leaves the last one there. */
  #show(answer: Answer): void {
    const options = this.#options;
    byId('tag').textContent = tagText(options, loader(), this.#title(answer));
    showMeasures(answer, this.#shown);
    if (answer.article === undefined) return;
    const scene: Scene = {
      article: answer.article,
      title: this.#title(answer),
      attributes: attributesOf(options),
      dir: options.dir,
      page: options.page,
      speed: options.network,
      sizes: { ...loaderSizes, [articleName]: answer.gzipped },
      files: this.#files,
    };
    this.#preview.show(scene, options.policy);
  }

  #title({ titles }: Answer): string {
    const [first = ''] = titles.values();
    return titles.get(this.#options.lang) ?? first;
  }

  readonly #heard = (news: News): void => {
    if (news.kind === 'there') this.#say('');
    if (news.kind === 'error') this.#say(`${news.code}: ${news.message} (${news.where})`);
    if (news.kind !== 'shown') return;
    this.#shown = { ...this.#shown, [news.first ? 'first' : 'again']: news.milliseconds };
    if (this.#answer) showMeasures(this.#answer, this.#shown);
  };

  #remember(): void {
    this.#remembered.remember(() => {
      const isExample = [...this.#texts].every(([language, text]) => this.#example.get(language) === text);
      return { options: this.#options, texts: isExample ? undefined : this.#texts };
    });
  }

  readonly #addLanguage = (event: SubmitEvent): void => {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).elements.namedItem('tag') as HTMLInputElement;
    const [language] = canonicalTag(field.value.trim()) ?? [];
    if (language === undefined) {
      this.#say(`“${field.value}” is no language tag. Write one such as fr, pt-BR or zh-Hant.`);
      return;
    }
    field.value = '';
    const first = this.#panes[0]?.language;
    const texts = new Map(this.#texts);
    if (!texts.has(language)) texts.set(language, `---\ntitle: \n---\n\n`);
    this.#texts = texts;
    this.#panes[0]?.open(first, texts);
    this.#panes[1]?.open(language, texts);
    this.#set(this.#options);
  };

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(byId('tag').textContent);
      this.#say('The tag was copied.');
    } catch {
      getSelection()?.selectAllChildren(byId('tag'));
      this.#say('The tag is selected; copy it.');
    }
  }

  #say(words: string): void {
    byId('status').textContent = words;
  }
}
