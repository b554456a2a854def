import { Controls } from './controls.ts';
import { Pane } from './editor/pane.ts';
import { loader, loaderSizes } from './loader-facts.ts';
import { articleName, type News, type Scene } from './page/scene.ts';
import { countInWords, inBytes, inMilliseconds, showRemarks, showRows } from './panels.ts';
import { Preview } from './preview.ts';
import { filesIn, filesOf } from './source/dropped.ts';
import { articlesIn, canonicalTag, type Found } from './source/files.ts';
import { fromFragment, isShareable, type State, type Texts, toFragment } from './state/address.ts';
import { attributesOf, type Options, withOption } from './state/options.ts';
import { Tabs } from './tabs.ts';
import { tagText } from './tag.ts';
import { Examiner } from './worker/examiner.ts';
import type { Answer, Form } from './worker/protocol.ts';

// A pause in typing of so many milliseconds is long enough to show what was typed, or to write it into the address.
const pauseToShow = 80;
const pauseToRemember = 400;
// Showing a long article takes the thread in which one types. It waits for a pause of so many times as long as it took last.
const pausePerShowing = 3;
const longestPause = 1_500;

const pageFolder = new URL('page/', document.baseURI).href;
const exampleLanguages = ['en', 'es'];

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
}

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
  /** The articles that were opened last, and all files. */
  #opened: { readonly articles: readonly Found[]; readonly files: ReadonlyMap<string, File> } | undefined;
  #form: Form | undefined;
  #answer: Answer | undefined;
  #shown: { first?: number; again?: number } = {};
  #showing: ReturnType<typeof setTimeout> | undefined;
  #pausing: ReturnType<typeof setTimeout> | undefined;
  #typedAt = 0;
  #remembering: ReturnType<typeof setTimeout> | undefined;
  readonly #panes: readonly Pane[];
  readonly #controls: Controls;
  readonly #examiner: Examiner;
  readonly #preview: Preview;

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
    this.#connect();
    this.#open(this.#texts);
  }

  #connect(): void {
    byId('example').addEventListener('click', () => {
      this.#opened = undefined;
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
    byId('article').addEventListener('change', () => void this.#openArticle());
    for (const id of ['open-files', 'open-folder']) {
      const field = byId(id) as HTMLInputElement;
      field.addEventListener('change', () => {
        void this.#openFiles(filesIn(field));
        field.value = '';
      });
    }
    addEventListener('dragover', (event) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    });
    addEventListener('drop', (event) => {
      const { dataTransfer } = event;
      if (!dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      void filesOf(dataTransfer).then((files) => this.#openFiles(files));
    });
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
    this.#measure(answer);
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

  #measure({ times, gzipped, article = '' }: Answer): void {
    showRows(byId('times'), [
      ['Read the front matter', inMilliseconds(times.read)],
      ['Look for what is odd', inMilliseconds(times.remarks)],
      ['Render in the core, in all languages', inMilliseconds(times.core)],
      ['Show on the page, the first time', inMilliseconds(this.#shown.first)],
      ['Show on the page, the last change', inMilliseconds(this.#shown.again)],
    ]);
    const size = (name: RegExp): string =>
      inBytes(Object.entries(loaderSizes).find(([file]) => name.test(file))?.[1] ?? 0);
    showRows(byId('weights'), [
      ['article.json, as gzip', inBytes(gzipped)],
      ['article.json, as it is', inBytes(new Blob([article]).size)],
      ['The loader, as Brotli', size(/^broadside\.js$/)],
      ['The core as WebAssembly, as Brotli', size(/\.wasm$/)],
      ['The core as JavaScript, as Brotli', size(/core.*\.js$/)],
    ]);
  }

  readonly #heard = (news: News): void => {
    if (news.kind === 'there') this.#say('');
    if (news.kind === 'error') this.#say(`${news.code}: ${news.message} (${news.where})`);
    if (news.kind !== 'shown') return;
    this.#shown = { ...this.#shown, [news.first ? 'first' : 'again']: news.milliseconds };
    if (this.#answer) this.#measure(this.#answer);
  };

  #remember(): void {
    clearTimeout(this.#remembering);
    this.#remembering = setTimeout(() => void this.#writeAddress(), pauseToRemember);
  }

  async #writeAddress(): Promise<void> {
    const isExample = [...this.#texts].every(([language, text]) => this.#example.get(language) === text);
    const whole = await toFragment({ options: this.#options, texts: isExample ? undefined : this.#texts });
    if (isShareable(whole)) {
      history.replaceState(null, '', whole === '' ? location.pathname + location.search : `#${whole}`);
      return;
    }
    const short = await toFragment({ options: this.#options, texts: undefined });
    history.replaceState(null, '', `#${short}`);
    this.#say('These texts are too long for an address, which now holds the settings alone.');
  }

  async #openFiles(files: ReadonlyMap<string, File>): Promise<void> {
    const articles = articlesIn([...files.keys()], this.#panes[0]?.language ?? 'en');
    if (articles.length === 0) {
      this.#say(`There is no text among ${files.size} files. A text is a Markdown file, such as en.md.`);
      return;
    }
    this.#opened = { articles, files };
    const select = byId('article') as HTMLSelectElement;
    select.replaceChildren(...articles.map(({ name }, index) => new Option(name, String(index))));
    byId('article-field').hidden = articles.length < 2;
    await this.#openArticle();
  }

  async #openArticle(): Promise<void> {
    const chosen = this.#opened?.articles[Number((byId('article') as HTMLSelectElement).value)];
    if (!chosen || !this.#opened) return;
    const { files } = this.#opened;
    const texts = [...chosen.texts].map(async ([language, path]) => {
      return [language, (await files.get(path)?.text()) ?? ''] as const;
    });
    this.#files = new Map(
      [...chosen.files].flatMap(([name, path]) => {
        const file = files.get(path);
        return file ? [[name, file] as const] : [];
      }),
    );
    this.#open(new Map(await Promise.all(texts)));
    this.#say(`Opened ${chosen.name}.`);
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
