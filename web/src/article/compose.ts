import type { Core } from '../core/core.ts';
import type { RawHtml } from '../core/raw-html.ts';
import type { ArticleRequest } from '../core/requests.ts';
import { BroadsideError } from '../events/errors.ts';
import type { Messages } from '../language/messages.ts';
import { parseWebAddress } from '../network/address.ts';
import type { Origins } from '../network/origins.ts';
import { type CheckedElement, check } from '../tree/check.ts';
import { Setting } from '../tree/setting.ts';
import type { Envelope, Translation } from './envelope.ts';
import type { Source } from './source.ts';

export interface Wanted {
  readonly language: string;
  /** Asked for by the time that this is called, so that they come beside the core. */
  readonly messages: Promise<Messages>;
  readonly headingLevel: number;
  /** What the host says of raw HTML, if anything. */
  readonly html: RawHtml | undefined;
  readonly origins: Origins;
  readonly core: () => Promise<Core>;
  /** Told of a `view` that was refused, before the Markdown is tried in its place. */
  readonly refused: (error: BroadsideError) => void;
}

export interface Composition {
  /** That of the text; empty where nobody says it. */
  readonly language: string;
  readonly tree: CheckedElement;
  readonly setting: Setting;
  /** The article's, or its beginning; empty where there is none. */
  readonly title: string;
}

// A name of more is read out by nobody, and refused by the core.
const longestTitle = 200;

/** Makes what is to be painted of an article in a language. Throws a BroadsideError. */
export async function compose(source: Source, wanted: Wanted): Promise<Composition> {
  return source.kind === 'markdown'
    ? composeDocument(source.text, source.address, wanted)
    : composeArticle(source, wanted);
}

async function composeDocument(markdown: string, address: URL, wanted: Wanted): Promise<Composition> {
  const { language, html } = wanted;
  const setting = new Setting({ ...wanted, base: address, page: address });
  const [core, messages] = await Promise.all([wanted.core(), wanted.messages]);
  const tree = check(core.document({ markdown, language, messages, base: address.href, html }), 'content', setting);
  // Where the host does not say it, the file itself may.
  return { language: tree.attributes.get('lang') ?? '', tree, setting, title: '' };
}

async function composeArticle(source: Source & { kind: 'article' }, wanted: Wanted): Promise<Composition> {
  const { envelope, translations, address } = source;
  const { language, html } = wanted;
  const translation = await translations.whole(language);
  // Whatever else the publisher calls its page, such as a javascript: address, would be linked to.
  const page = parseWebAddress(translation.url ?? '', address) ?? address;
  const setting = new Setting({ ...wanted, base: address, page });
  const finished = isAsWritten(envelope, html) ? checkView(translation, setting, wanted) : undefined;
  const title = titleOf(translation);
  if (finished) return { language, tree: finished, setting, title };
  const [core, messages] = await Promise.all([wanted.core(), wanted.messages]);
  const { article, markdown } = requested(envelope, language, translation, address);
  const tree = core.article({ article, markdown, language, messages, base: address.href, html });
  return { language, tree: check(tree, 'content', setting), setting, title };
}

function titleOf({ source }: Translation): string {
  const { title } = source;
  return typeof title === 'string' ? title.slice(0, longestTitle) : '';
}

/**
 * Returns whether the host has raw HTML treated as the article's publisher has had it treated in the finished tree. A file that does
 * not say how may be of a time when `drop` was usual, or of a time since.
 */
function isAsWritten({ rest }: Envelope, html: RawHtml | undefined): boolean {
  return html === undefined || html === rest['html'];
}

/** The publisher's finished tree. One that is not content is refused whole, and the article made of its Markdown. */
function checkView(translation: Translation, setting: Setting, wanted: Wanted): CheckedElement | undefined {
  if (translation.view === undefined) return undefined;
  try {
    return check(translation.view, 'content', setting);
  } catch (thrown) {
    wanted.refused(BroadsideError.from(thrown, 'view', setting.page.href));
    return undefined;
  }
}

/**
 * The article with one translation whole, but for its Markdown, which goes beside it; and of the others no more than the
 * core tells of them: where they are, when they were changed, and what the default language says of the lead picture.
 */
function requested(
  envelope: Envelope,
  language: string,
  shown: Translation,
  address: URL,
): Pick<ArticleRequest, 'article' | 'markdown'> {
  const others = [...envelope.translations].map(([tag, { url, href, source }]) => [
    tag,
    {
      url,
      href: href ?? url ?? address.href,
      modified: source['modified'],
      lead: tag === envelope.defaultLanguage ? source['lead'] : undefined,
    },
  ]);
  const { markdown } = shown.source;
  // Anything else than a text the core is to see, and to refuse.
  const source = typeof markdown === 'string' ? { ...shown.source, markdown: '' } : shown.source;
  return {
    article: { ...envelope.rest, translations: { ...Object.fromEntries(others), [language]: source } },
    markdown: typeof markdown === 'string' ? markdown : '',
  };
}
