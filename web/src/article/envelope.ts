import { BroadsideError } from '../events/errors.ts';
import {
  defaultThreadDepth,
  greatestThreadDepth,
  mostTranslations,
  type RepliesState,
  type ThreadPolicy,
  threadPolicyWords,
} from '../generated/rules.ts';

/**
 * An article as the loader sees it: enough to choose a language, paint its `view`, and know where replies go. The rest is
 * left as it came, for the core to read.
 */
export interface Envelope {
  readonly id: string;
  readonly defaultLanguage: string;
  readonly translations: ReadonlyMap<string, Translation>;
  readonly replies: Replies | undefined;
  /** The members other than `translations`, as they came. */
  readonly rest: Readonly<Record<string, unknown>>;
}

export interface Translation {
  /** The publisher's own page of this text. */
  readonly url: string | undefined;
  /** The address of the rest of the translation, if that has a file of its own. */
  readonly href: string | undefined;
  readonly view: unknown;
  /** All members but `view`, as they came. */
  readonly source: Readonly<Record<string, unknown>>;
}

export interface Replies {
  readonly endpoint: string;
  readonly open: boolean;
  /** The publisher's rule for which replies stand under which text. */
  readonly threads: ThreadPolicy;
  /** The number of levels of replies that are shown below each other. */
  readonly depth: number;
}

const version = 1;

/** Reads article.json. Errors have the code `article` and name the member: `https://…/article.json#/translations/en`. */
export function readEnvelope(json: string, address: URL): Envelope {
  const at = (path: string): string => `${address.href}#${path}`;
  const root = record(parse(json, address), at(''));
  if (root['broadside'] !== version) refuse(at('/broadside'), `must be ${version}`);
  const defaultLanguage = text(root['default'], at('/default'));
  const { translations, ...rest } = root;
  const members = Object.entries(record(translations, at('/translations')));
  if (members.length === 0) refuse(at('/translations'), 'must hold at least one translation');
  if (members.length > mostTranslations)
    refuse(at('/translations'), `must hold at most ${mostTranslations} translations`);
  const read = new Map(members.map(([tag, member]) => [tag, readTranslation(member, at(`/translations/${tag}`))]));
  if (!read.has(defaultLanguage)) refuse(at('/default'), 'must be the language of one of the translations');
  return {
    id: text(root['id'], at('/id')),
    defaultLanguage,
    translations: read,
    replies: readReplies(root['replies'], at('/replies')),
    rest,
  };
}

/** Reads a translation that has a file of its own. */
export function readTranslationFile(json: string, address: URL): Translation {
  const translation = readTranslation(parse(json, address), `${address.href}#`);
  if (translation.href !== undefined) refuse(`${address.href}#/href`, 'must not point on');
  return translation;
}

function readTranslation(member: unknown, where: string): Translation {
  const { view, ...source } = record(member, where);
  return {
    url: optionalText(source['url'], `${where}/url`),
    href: optionalText(source['href'], `${where}/href`),
    view,
    source,
  };
}

function readReplies(member: unknown, where: string): Replies | undefined {
  if (member === undefined) return undefined;
  const { endpoint, state, threads, depth } = record(member, where);
  return {
    endpoint: text(endpoint, `${where}/endpoint`),
    open: state !== ('closed' satisfies RepliesState),
    threads: threadPolicyWords.find((word) => word === threads) ?? threadPolicyWords[0],
    depth: Number.isInteger(depth) ? Math.min(Math.max(Number(depth), 1), greatestThreadDepth) : defaultThreadDepth,
  };
}

function parse(json: string, address: URL): unknown {
  try {
    return JSON.parse(json);
  } catch (thrown) {
    return refuse(address.href, `not JSON: ${(thrown as Error).message}`);
  }
}

function record(value: unknown, where: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(where, 'must be an object');
  return value as Record<string, unknown>;
}

function text(value: unknown, where: string): string {
  if (typeof value !== 'string' || value === '') refuse(where, 'must be a text');
  return value;
}

function optionalText(value: unknown, where: string): string | undefined {
  return value === undefined ? undefined : text(value, where);
}

function refuse(where: string, why: string): never {
  throw new BroadsideError('article', where, why);
}
