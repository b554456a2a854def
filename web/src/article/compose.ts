import type { Core } from '../core/core.ts';
import type { RawHtml } from '../core/raw-html.ts';
import type { ArticleRequest } from '../core/requests.ts';
import type { ErrorCode } from '../events/error-codes.ts';
import { BroadsideError } from '../events/errors.ts';
import type { Messages } from '../language/messages.ts';
import { loadNames } from '../language/words.ts';
import { parseWebAddress } from '../network/address.ts';
import type { Origins } from '../network/origins.ts';
import { type CheckedElement, check } from '../tree/check.ts';
import { Setting } from '../tree/setting.ts';
import type { Envelope, Translation } from './envelope.ts';
import type { Source } from './source.ts';

export interface ComposeOptions {
  readonly language: string;
  /** The interface's words. Their request has begun by the time of the call, so that they are fetched beside the core. */
  readonly messages: Promise<Messages>;
  readonly headingLevel: number;
  /** The host's mode for raw HTML, if it states one. */
  readonly html: RawHtml | undefined;
  readonly origins: Origins;
  readonly core: () => Promise<Core>;
  /** Is called with the error of a `view` that was refused, or of a rendering or names that failed, before something else is shown instead. */
  readonly refused: (error: BroadsideError) => void;
}

export interface Composition {
  /** The language of the text; empty if nobody states it. */
  readonly language: string;
  readonly tree: CheckedElement;
  readonly setting: Setting;
  /** The article's title, cut to a length that the core takes as a name; empty if there is none. */
  readonly title: string;
}

// The core refuses a longer name, which nobody would want to hear read out.
const longestTitle = 200;

/** Returns the tree to paint for an article in a language. Throws a BroadsideError. */
export async function compose(source: Source, options: ComposeOptions): Promise<Composition> {
  return source.kind === 'markdown'
    ? composeDocument(source.text, source.address, options)
    : composeArticle(source, options);
}

async function composeDocument(markdown: string, address: URL, options: ComposeOptions): Promise<Composition> {
  const { language, html } = options;
  const setting = new Setting({ ...options, base: address, page: address });
  const [core, messages] = await Promise.all([options.core(), options.messages]);
  const tree = check(core.document({ markdown, language, messages, base: address.href, html }), 'content', setting);
  // If the host does not state the language, the file itself may.
  return { language: tree.attributes.get('lang') ?? '', tree, setting, title: '' };
}

async function composeArticle(source: Source & { kind: 'article' }, options: ComposeOptions): Promise<Composition> {
  const { envelope, translations, address } = source;
  const { language, html } = options;
  const translation = await translations.whole(language);
  // Links lead to the page, so an address of another scheme, such as javascript:, is not taken for one.
  const page = parseWebAddress(translation.url ?? '', address) ?? address;
  const setting = new Setting({ ...options, base: address, page });
  const refuse =
    (code: ErrorCode) =>
    (thrown: unknown): undefined => {
      options.refused(BroadsideError.from(thrown, code, page.href));
    };
  const finished = (): CheckedElement | undefined => checkView(translation, setting, refuse('view'));
  const render = async (): Promise<CheckedElement> => {
    const [core, messages, names] = await Promise.all([
      options.core(),
      options.messages,
      envelope.translations.size > 1 ? loadNames().catch(refuse('messages')) : undefined,
    ]);
    const { article, markdown } = requested(envelope, language, translation, address);
    const request = { article, markdown, language, messages, names, base: address.href, html };
    return check(core.article(request), 'content', setting);
  };
  const tree = isAsWritten(envelope, html)
    ? (finished() ?? (await render()))
    : await render().catch((thrown: unknown) => {
        // The publisher's own mode for raw HTML is better than no article.
        const tree = finished();
        if (!tree) throw thrown;
        refuse('core')(thrown);
        return tree;
      });
  return { language, tree, setting, title: titleOf(translation) };
}

function titleOf({ source }: Translation): string {
  const { title } = source;
  return typeof title === 'string' ? title.slice(0, longestTitle) : '';
}

/**
 * Returns whether the host wants raw HTML treated as it was in the publisher's finished tree. A file that does not state the mode
 * may be from when `drop` was the default or from later, so it does not count as the same.
 */
function isAsWritten({ rest }: Envelope, html: RawHtml | undefined): boolean {
  return html === undefined || html === rest['html'];
}

/** Returns the publisher's finished tree. A tree that is not content is refused whole, and the Markdown used instead. */
function checkView(
  { view }: Translation,
  setting: Setting,
  refuse: (thrown: unknown) => void,
): CheckedElement | undefined {
  try {
    return view === undefined ? view : check(view, 'content', setting);
  } catch (thrown) {
    refuse(thrown);
    return undefined;
  }
}

/**
 * Returns the article to hand to the core: one translation whole, with its Markdown separate, and of the others only what the
 * core shows of them: their addresses, when they were changed, and the lead picture of the default language.
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
  // Markdown that is not a text stays where it is, for the core to refuse.
  const source = typeof markdown === 'string' ? { ...shown.source, markdown: '' } : shown.source;
  return {
    article: { ...envelope.rest, translations: { ...Object.fromEntries(others), [language]: source } },
    markdown: typeof markdown === 'string' ? markdown : '',
  };
}
