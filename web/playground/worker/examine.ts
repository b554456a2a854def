import type { Core } from '../../src/core/core.ts';
import type { RawHtml } from '../../src/core/raw-html.ts';
import { BroadsideError } from '../../src/events/errors.ts';
import type { Messages } from '../../src/language/messages.ts';
import type { Tree } from '../../src/package/options.ts';
import { printedHtml, printedTree } from '../inspect/printed.ts';
import { type Composed, composeArticle } from '../source/article.ts';
import type { Divided } from '../source/front-matter.ts';
import type { Remark } from '../source/remark.ts';
import { gzippedSize } from '../state/packed.ts';
import type { Lint, LintRemark } from './lint.ts';
import type { Answer, Request } from './protocol.ts';

/** The tools of an examination. */
export interface Tools {
  readonly core: Core;
  readonly lint: Lint;
  readonly messagesFor: (language: string) => Promise<Messages>;
  /** The names of languages. */
  readonly names: string;
}

const defaultHtml: RawHtml = 'sanitize';

/** Makes an article of texts, with all remarks on them. */
export async function examine(request: Request, tools: Tools): Promise<Answer> {
  const messages = new Map<string, Messages>();
  for (const language of request.texts.keys()) messages.set(language, await tools.messagesFor(language));
  const began = performance.now();
  const composed = composeArticle(request.texts);
  const read = performance.now();
  const html = request.html ?? modeOf(composed);
  const found = new Map<string, readonly Remark[]>();
  for (const [language, text] of composed.divided)
    found.set(language, remarksOf(text, tools.lint(text.markdown, html)));
  const linted = performance.now();
  const trees = new Map<string, Tree | Remark>();
  for (const language of request.texts.keys())
    trees.set(language, treeOf(composed, language, messages, request, tools));
  const rendered = performance.now();

  const article = articleWith(composed, trees, request.finished);
  const { printed } = request;
  return {
    article,
    gzipped: article === undefined ? 0 : await gzippedSize(article),
    titles: new Map(
      Object.entries(composed.article.translations).map(([language, { title }]) => [language, String(title)]),
    ),
    printed: printed ? print(printed.form, trees.get(printed.language), article) : '',
    remarks: new Map(
      [...found].map(([language, remarks]) => {
        const tree = trees.get(language);
        const refused = tree && !isTree(tree) ? [tree] : [];
        return [language, [...refused, ...(composed.remarks.get(language) ?? []), ...remarks]];
      }),
    ),
    times: { read: read - began, remarks: linted - read, core: rendered - linted },
  };
}

function modeOf({ article }: Composed): RawHtml {
  const { html } = article;
  return html === 'drop' || html === 'escape' ? html : defaultHtml;
}

function remarksOf({ markdown, linesBefore }: Divided, remarks: readonly LintRemark[]): Remark[] {
  const lines = remarks.length > 0 ? markdown.split(/\r\n|\r|\n/) : [];
  return remarks.map(({ line, offset, code, message }) => ({
    line: line + linesBefore,
    column: columnOf(lines[line - 1] ?? '', offset) + 1,
    code,
    message,
    severity: 'warning',
  }));
}

/** Returns how many UTF-16 units of a line stand before a byte of it in UTF-8. */
function columnOf(line: string, offset: number): number {
  const bytes = new TextEncoder().encode(line).subarray(0, offset);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).length;
}

/** Returns the tree of a translation, or what the core finds wrong with what its front matter states. */
function treeOf(
  { article, divided }: Composed,
  language: string,
  messages: ReadonlyMap<string, Messages>,
  { base, html }: Request,
  { core, names }: Tools,
): Tree | Remark {
  const markdown = divided.get(language)?.markdown ?? '';
  const words = messages.get(language);
  if (!words) throw new Error(`There are no words for ${language}.`);
  const others = Object.keys(article.translations).map((tag) => [tag, { href: base, url: base }]);
  const shown = { ...article.translations[language], markdown: '' };
  const one = { ...article, translations: { ...Object.fromEntries(others), [language]: shown } as object };
  try {
    return core.article({ article: one, markdown, language, messages: words, names, base, html }) as Tree;
  } catch (thrown) {
    const { code, where, message } = BroadsideError.from(thrown, 'core', '');
    const path = where.replace(/^article\./, '').replace(`translations.${language}.`, '');
    const place = divided.get(language)?.placeOf(path.split(/[.[\]]+/)) ?? { line: 1, column: 1 };
    return { ...place, code, message: `${path}: ${message}`, severity: 'error' };
  }
}

function isTree(one: Tree | Remark): one is Tree {
  return Array.isArray(one);
}

/** Returns the article.json as a publisher's build writes it; undefined if the core refuses any of the translations. */
function articleWith(
  { article }: Composed,
  trees: ReadonlyMap<string, Tree | Remark>,
  finished: boolean,
): string | undefined {
  if (![...trees.values()].every(isTree)) return undefined;
  if (!finished) return JSON.stringify(article);
  const translations = Object.entries(article.translations).map(
    ([language, members]) => [language, { ...members, view: trees.get(language) }] as const,
  );
  return JSON.stringify({ html: defaultHtml, ...article, translations: Object.fromEntries(translations) });
}

function print(form: 'tree' | 'html' | 'json', tree: Tree | Remark | undefined, article: string | undefined): string {
  if (!tree || !isTree(tree) || article === undefined) return '';
  if (form === 'json') return JSON.stringify(JSON.parse(article), null, 2);
  return form === 'tree' ? printedTree(tree) : printedHtml(tree);
}
