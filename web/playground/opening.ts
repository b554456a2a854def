import { byId } from './by-id.ts';
import { filesIn, filesOf } from './source/dropped.ts';
import { articlesIn, type Found } from './source/files.ts';
import type { Texts } from './state/address.ts';

export interface OpeningInit {
  /** Returns the language of a text whose name states none. */
  readonly language: () => string;
  readonly opened: (texts: Texts, files: ReadonlyMap<string, Blob>) => void;
  readonly say: (words: string) => void;
}

/** Opens files and folders that are chosen or dropped; of several articles the reader chooses one. */
export class Opening {
  readonly #init: OpeningInit;
  readonly #choice = byId('article') as HTMLSelectElement;
  #articles: readonly Found[] = [];
  #files: ReadonlyMap<string, File> = new Map();

  constructor(init: OpeningInit) {
    this.#init = init;
    this.#choice.addEventListener('change', () => void this.#openArticle());
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
  }

  /** Lets go of the files, for a text that is none of them. */
  forget(): void {
    this.#articles = [];
    this.#files = new Map();
  }

  async #openFiles(files: ReadonlyMap<string, File>): Promise<void> {
    const articles = articlesIn([...files.keys()], this.#init.language());
    if (articles.length === 0) {
      this.#init.say(`There is no text among ${files.size} files. A text is a Markdown file, such as en.md.`);
      return;
    }
    this.#articles = articles;
    this.#files = files;
    this.#choice.replaceChildren(...articles.map(({ name }, index) => new Option(name, String(index))));
    byId('article-field').hidden = articles.length < 2;
    await this.#openArticle();
  }

  async #openArticle(): Promise<void> {
    const chosen = this.#articles[Number(this.#choice.value)];
    if (!chosen) return;
    const files = this.#files;
    const texts = [...chosen.texts].map(async ([language, path]) => {
      return [language, (await files.get(path)?.text()) ?? ''] as const;
    });
    const beside = [...chosen.files].flatMap(([name, path]) => {
      const file = files.get(path);
      return file ? [[name, file] as const] : [];
    });
    this.#init.opened(new Map(await Promise.all(texts)), new Map(beside));
    this.#init.say(`Opened ${chosen.name}.`);
  }
}
