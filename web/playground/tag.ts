import { escaped } from '../src/package/markup.ts';
import { attributesOf, type Options } from './state/options.ts';

/** The loader as the tag names it. */
export interface Loader {
  readonly src: string;
  readonly integrity: string;
}

/** Returns the HTML that shows the article at `options.src` on a page, with a link to it for readers without script. */
export function tagText(options: Options, loader: Loader, title: string): string {
  const { src, way } = options;
  const attributes = Object.entries(attributesOf(options));
  const script = { src: loader.src, integrity: loader.integrity, crossorigin: 'anonymous' };
  const link = `  <a ${written({ href: folderOf(src) })}>${escaped(title)}</a>`;
  const prefixed = (prefix: string): Record<string, string> =>
    Object.fromEntries(
      [['article', src] as const, ...attributes].map(([name, value]) => [`data-${prefix}${name}`, value]),
    );
  const element = (start: string, name: string): string =>
    [`<script async ${written(script)}></script>`, `<${start}>`, link, `</${name}>`].join('\n');
  if (way === 'script') return `<script async ${written({ ...script, ...prefixed('') })}></script>`;
  if (way === 'div') return element(`div ${written(prefixed('broadside-'))}`, 'div');
  return element(`broadside-article ${written({ src, ...Object.fromEntries(attributes) })}`, 'broadside-article');
}

/** Returns the address of the folder of an article.json, where a publisher's pages of the article are. */
function folderOf(src: string): string {
  return URL.canParse(src) ? new URL('./', src).href : src;
}

function written(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(' ');
}
