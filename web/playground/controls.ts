import { type Choice, choices, type Entry, narrowestPage, type Options, widestPage } from './state/options.ts';

type Labels = { readonly [Name in Choice]: { readonly label: string; readonly words: Record<string, string> } };

/** The names of the choices and of those of their words that do not speak for themselves. */
const labels: Labels = {
  theme: { label: 'theme', words: {} },
  replies: { label: 'replies', words: {} },
  loading: { label: 'loading', words: {} },
  'heading-level': { label: 'heading-level', words: {} },
  html: { label: 'html', words: { '': 'as the article says' } },
  embeds: { label: 'embeds', words: {} },
  dir: { label: 'Direction', words: { ltr: 'left to right', rtl: 'right to left' } },
  page: { label: 'Background', words: { system: 'as the system', light: 'light', dark: 'dark' } },
  policy: {
    label: 'Policy',
    words: {
      none: 'none',
      strict: 'own origin and wasm',
      'trusted-types': 'trusted types as well',
      'no-wasm': 'no WebAssembly',
      'no-core': 'the loader alone',
    },
  },
  network: {
    label: 'Network',
    words: { 'as-it-is': 'as it is', '4g': '4G', 'slow-4g': 'slow 4G', '3g': '3G', lost: 'lost' },
  },
  article: { label: 'Contents', words: { finished: 'as built', markdown: 'Markdown alone' } },
  way: { label: 'As', words: { element: 'element', script: 'script tag', div: 'div' } },
};

const groups: readonly { readonly title: string; readonly names: readonly (Choice | Entry)[] }[] = [
  { title: 'Attributes', names: ['lang', 'theme', 'replies', 'heading-level', 'html', 'embeds', 'loading'] },
  { title: 'The page around it', names: ['width', 'page', 'dir', 'policy', 'network', 'article'] },
  { title: 'The tag', names: ['way', 'src'] },
];

/** The form with all settings. */
export class Controls {
  readonly #form: HTMLFormElement;

  constructor(form: HTMLFormElement, changed: (name: string, value: string) => void) {
    this.#form = form;
    form.append(...groups.map(({ title, names }) => group(title, names.map(field))));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    form.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLSelectElement || target instanceof HTMLInputElement) changed(target.name, target.value);
    });
  }

  /** Shows the options, and the languages of the texts among which `lang` chooses. */
  show(options: Options, languages: readonly string[]): void {
    this.#select('lang').replaceChildren(
      ...['', ...languages].map((tag) => new Option(tag === '' ? 'the reader’s' : tag, tag)),
    );
    for (const [name, value] of Object.entries(options)) {
      const element = this.#form.elements.namedItem(name);
      if (!(element instanceof HTMLSelectElement || element instanceof HTMLInputElement)) continue;
      if (element !== document.activeElement && element.value !== value) element.value = value;
    }
  }

  #select(name: string): HTMLSelectElement {
    return this.#form.elements.namedItem(name) as HTMLSelectElement;
  }
}

function group(title: string, fields: readonly Node[]): Element {
  const set = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.textContent = title;
  set.append(legend, ...fields);
  return set;
}

function field(name: Choice | Entry): Element {
  const label = document.createElement('label');
  const words = document.createElement('span');
  words.textContent = labelOf(name);
  label.append(words, input(name));
  return label;
}

function labelOf(name: Choice | Entry): string {
  if (name === 'width') return 'Width in pixels';
  if (name === 'src') return 'Address of the article.json';
  return name === 'lang' ? name : labels[name].label;
}

function input(name: Choice | Entry): Element {
  if (name === 'width') {
    const limits = { min: String(narrowestPage), max: String(widestPage), step: '10', placeholder: 'all there is' };
    return Object.assign(document.createElement('input'), { name, type: 'number', ...limits });
  }
  if (name === 'src') return Object.assign(document.createElement('input'), { name, type: 'url', spellcheck: false });
  const select = Object.assign(document.createElement('select'), { name });
  if (name !== 'lang')
    select.append(...choices[name].map((word) => new Option(labels[name].words[word] ?? word, word)));
  return select;
}
