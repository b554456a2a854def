import { defaults, type Options, withOption } from './options.ts';
import { pack, unpack } from './packed.ts';

/** The texts by language tag. */
export type Texts = ReadonlyMap<string, string>;

export interface State {
  readonly options: Options;
  /** The texts that were typed or opened; undefined if they are those of the example. */
  readonly texts: Texts | undefined;
}

// Browsers take longer addresses, but what one sends in mail or chat is cut.
const longestFragment = 30_000;
const textPrefix = 'text.';

/** Returns the state as a fragment without its `#`, such as `theme=dark&width=390`. It names only what is not as by default. */
export async function toFragment({ options, texts }: State): Promise<string> {
  const named = new URLSearchParams();
  for (const [name, value] of Object.entries(options))
    if (value !== defaults[name as keyof Options]) named.set(name, value);
  for (const [language, text] of texts ?? []) named.set(textPrefix + language, await pack(text));
  return named.toString();
}

/** Returns whether a fragment can stand in an address that others are given. */
export function isShareable(fragment: string): boolean {
  return fragment.length <= longestFragment;
}

/** Reads a fragment. What it does not understand is as by default. */
export async function fromFragment(fragment: string): Promise<State> {
  let options = defaults;
  const texts = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(fragment)) {
    if (!name.startsWith(textPrefix)) options = withOption(options, name, value);
    else texts.set(name.slice(textPrefix.length), (await unpack(value)) ?? '');
  }
  return { options, texts: texts.size > 0 ? texts : undefined };
}
