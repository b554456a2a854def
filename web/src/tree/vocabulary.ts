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
export const contentVocabulary = vocabularyOf([contentRules]);
/** The vocabulary of content and of Broadside's own form, buttons and replies, which only the core's own trees may use. */
export const interfaceVocabulary = vocabularyOf([contentRules, interfaceRules]);

/** Returns the vocabulary of all these rules. The last of them alone says which attributes are required. */
function vocabularyOf(rules: readonly [Rules, ...Rules[]]): Vocabulary {
  const attributes = rules.flatMap((one) =>
    one.attributes.map(([names, attribute, value]) => ({
      names: tokensOf(names),
      entry: [attribute, ruleOf(value)] as const,
    })),
  );
  const attributesOf = (element: string): (readonly [string, ValueRule])[] =>
    attributes.filter(({ names }) => names.includes(element)).map(({ entry }) => entry);
  const everywhere = attributesOf('*');
  const empty = new Set(rules.flatMap((one) => tokensOf(one.empty)));
  const required = rules.at(-1)?.required ?? [];
  const elements = rules.flatMap((one) => tokensOf(one.elements));
  return new Map(
    elements.map((name) => [
      name,
      {
        empty: empty.has(name),
        required: required.filter(([element]) => element === name).map(([, attribute]) => attribute),
        attributes: new Map([...everywhere, ...attributesOf(name)]),
      },
    ]),
  );
}

function ruleOf(value: Value): ValueRule {
  return 'words' in value ? { ...value, words: new Set(tokensOf(value.words)) } : value;
}
