import css from '../../styles/element.css';
import { compose, type Composition } from '../article/compose.ts';
import { fetchArticle, type Source } from '../article/source.ts';
import type { Core } from '../core/core.ts';
import { Embeds } from '../embeds/embeds.ts';
import { BroadsideError } from '../events/errors.ts';
import { lookup } from '../language/lookup.ts';
import type { Language } from '../language/messages.ts';
import { loadLanguage } from '../language/words.ts';
import { parseWebAddress } from '../network/address.ts';
import { Origins } from '../network/origins.ts';
import { escaped, toHtml } from './markup.ts';
import type { ArticleOptions, RenderArticle } from './server.ts';

/** Makes the package's `renderArticle` of a function that returns the core. */
export function articleRenderer(core: () => Core): RenderArticle {
  let one: Core | undefined;
  return async (src, options) => {
    const address = required('src', src);
    const origins = new Origins(required('page', options.page).origin, address.origin);
    const { key, notBefore } = options;
    const trust = key === undefined ? undefined : { key, notBefore };
    const source = await fetchArticle(address, origins, new AbortController().signal, trust);
    const make = async (language: string): Promise<Composition> => {
      const messages = loadLanguage(rangesOf(language)).then(({ messages }) => messages);
      const { headingLevel = 1, html } = options;
      const theCore = (): Promise<Core> => Promise.resolve((one ??= core()));
      const made = await compose(source, { language, messages, headingLevel, html, origins, core: theCore, refused });
      // A plain file may name its language itself, and is then composed with the words of that language.
      return made.language === language ? made : make(made.language);
    };
    const { language, tree } = await make(languageOf(source, options));
    const words = await loadLanguage(rangesOf(language));
    const html = toHtml(options.embeds === 'on' ? new Embeds().place(tree, words.messages) : tree);
    return options.to === 'html' ? html : shadowRoot(html, words, options);
  };
}

function refused({ code, message, where }: BroadsideError): void {
  console.warn(`broadside: ${code}: ${message} (${where})`);
}

function required(name: string, value: string): URL {
  const address = parseWebAddress(value, 'about:blank');
  if (!address) throw new BroadsideError('malformed', name, 'must be an absolute http or https address');
  return address;
}

/** Returns the language to show, as the element will choose it by its attribute `lang`. */
function languageOf(source: Source, { lang = '' }: ArticleOptions): string {
  if (source.kind === 'markdown') return lang;
  const { translations, defaultLanguage } = source.envelope;
  return lookup(rangesOf(lang), [...translations.keys()], defaultLanguage);
}

function rangesOf(language: string): string[] {
  return language === '' ? [] : [language];
}

/** Returns a declarative shadow root that is like the element's own (stage/stage.ts). Its style sheet serves until the loader brings its own. */
function shadowRoot(article: string, { messages, direction }: Language, { theme, nonce }: ArticleOptions): string {
  const style = nonce === undefined ? '<style>' : `<style nonce="${escaped(nonce)}">`;
  const paper = theme === undefined ? '' : theme === 'dark' ? ' dark sheet' : ' sheet';
  const box = `<div class="broadside${paper}" lang="${messages.language}" dir="${direction}">`;
  return `<template shadowrootmode="open">${style}${css}</style>${box}${article}</div></template>`;
}
