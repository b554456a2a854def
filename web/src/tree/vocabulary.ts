import { contentRules, interfaceRules, type Rules, type Value } from '../generated/vocabulary.ts';
import { tokensOf } from './tokens.ts';

/** The values that an attribute may have. */
export type ValueRule =
  Exclude<Value, { words: string }> | { readonly kind: 'word' | 'words'; readonly words: ReadonlySet<string> };

export interface ElementRule {
  /** True if the element has no content. */
  readonly empty: boolean;
  /** Attributes without which the element is refused. */
  readonly required: readonly string[];
  readonly attributes: ReadonlyMap<string, ValueRule>;
}

export type Vocabulary = ReadonlyMap<string, ElementRule>;

/** The vocabulary of what a publisher may send. */
export const contentVocabulary = vocabularyOf(contentRules);
/** The vocabulary of content and of Broadside's own form, buttons and replies, which only the core's own trees may use. */
export const interfaceVocabulary = vocabularyOf(interfaceRules);

function vocabularyOf(rules: Rules): Vocabulary {
  const empty = setOf(rules.empty);
  const attributes = rules.attributes.map(([names, attribute, value]) => ({
    names: setOf(names === '*' ? rules.elements : names),
    entry: [attribute, ruleOf(value)] as const,
  }));
  return new Map(
    tokensOf(rules.elements).map((name) => [
      name,
      {
        empty: empty.has(name),
        required: rules.required.filter(([element]) => element === name).map(([, attribute]) => attribute),
        attributes: new Map(attributes.filter(({ names }) => names.has(name)).map(({ entry }) => entry)),
      },
    ]),
  );
}

function ruleOf(value: Value): ValueRule {
  return 'words' in value ? { ...value, words: setOf(value.words) } : value;
}

function setOf(list: string): ReadonlySet<string> {
  return new Set(tokensOf(list));
}
