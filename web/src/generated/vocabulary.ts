// Made of src/core/html/vocabulary.def by web/vocabulary/generate.cpp.

export type ValueRule =
  | { kind: 'address' }
  | { kind: 'code-language'; prefix: string }
  | { kind: 'flag' }
  | { kind: 'id'; prefix: string }
  | { kind: 'ids'; prefix: string }
  | { kind: 'language' }
  | { kind: 'number'; minimum: number; maximum: number }
  | { kind: 'text' }
  | { kind: 'word'; words: ReadonlySet<string> }
  | { kind: 'words'; words: ReadonlySet<string> };

export interface AttributeRule {
  value: ValueRule;
  required: boolean;
}

export interface ElementRule {
  empty: boolean;
  attributes: ReadonlyMap<string, AttributeRule>;
}

export type Vocabulary = ReadonlyMap<string, ElementRule>;

const contentEverywhere: readonly [string, AttributeRule][] = [
    ["class", { value: { kind: 'words', words: new Set(["article", "author", "body", "byline", "caption", "credit", "dates", "dek", "footnote-back", "footnote-ref", "footnotes", "head", "lead", "modified", "published", "skip", "switch", "task", "title"]) }, required: false }],
    ["dir", { value: { kind: 'word', words: new Set(["auto", "ltr", "rtl"]) }, required: false }],
    ["id", { value: { kind: 'id', prefix: "article-" }, required: false }],
    ["lang", { value: { kind: 'language' }, required: false }],
];

export const contentVocabulary: Vocabulary = new Map<string, ElementRule>([
  ["a", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
    ["href", { value: { kind: 'address' }, required: false }],
    ["hreflang", { value: { kind: 'language' }, required: false }],
    ["rel", { value: { kind: 'words', words: new Set(["nofollow", "noopener", "ugc"]) }, required: false }],
    ["title", { value: { kind: 'text' }, required: false }],
  ]) }],
  ["article", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
  ]) }],
  ["bdi", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
  ]) }],
  ["blockquote", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
  ]) }],
  ["br", { empty: true, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
  ]) }],
  ["code", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
    ["class", { value: { kind: 'code-language', prefix: "language-" }, required: false }],
  ]) }],
  ["del", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
  ]) }],
  ["div", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
  ]) }],
  ["em", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
  ]) }],
  ["figcaption", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
  ]) }],
  ["figure", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
  ]) }],
  ["h1", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
  ]) }],
  ["h2", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
  ]) }],
  ["h3", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
  ]) }],
  ["h4", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
  ]) }],
  ["h5", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
  ]) }],
  ["h6", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
  ]) }],
  ["header", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
  ]) }],
  ["hr", { empty: true, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
  ]) }],
  ["img", { empty: true, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
    ["alt", { value: { kind: 'text' }, required: false }],
    ["decoding", { value: { kind: 'word', words: new Set(["async"]) }, required: false }],
    ["height", { value: { kind: 'number', minimum: 1, maximum: 20000 }, required: false }],
    ["loading", { value: { kind: 'word', words: new Set(["lazy"]) }, required: false }],
    ["src", { value: { kind: 'address' }, required: true }],
    ["title", { value: { kind: 'text' }, required: false }],
    ["width", { value: { kind: 'number', minimum: 1, maximum: 20000 }, required: false }],
  ]) }],
  ["input", { empty: true, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
    ["checked", { value: { kind: 'flag' }, required: false }],
    ["disabled", { value: { kind: 'flag' }, required: true }],
    ["type", { value: { kind: 'word', words: new Set(["checkbox"]) }, required: true }],
  ]) }],
  ["li", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
  ]) }],
  ["ol", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
    ["start", { value: { kind: 'number', minimum: 0, maximum: 999999999 }, required: false }],
  ]) }],
  ["p", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
  ]) }],
  ["pre", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
  ]) }],
  ["section", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
  ]) }],
  ["span", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
  ]) }],
  ["strong", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
  ]) }],
  ["sup", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
  ]) }],
  ["table", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
  ]) }],
  ["tbody", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
  ]) }],
  ["td", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
    ["align", { value: { kind: 'word', words: new Set(["center", "left", "right"]) }, required: false }],
  ]) }],
  ["th", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
    ["align", { value: { kind: 'word', words: new Set(["center", "left", "right"]) }, required: false }],
  ]) }],
  ["thead", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
  ]) }],
  ["time", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
    ["datetime", { value: { kind: 'text' }, required: false }],
  ]) }],
  ["tr", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
  ]) }],
  ["ul", { empty: false, attributes: new Map<string, AttributeRule>([
    ...contentEverywhere,
  ]) }],
]);

const interfaceEverywhere: readonly [string, AttributeRule][] = [
    ["class", { value: { kind: 'words', words: new Set(["article", "author", "body", "byline", "caption", "credit", "dates", "dek", "footnote-back", "footnote-ref", "footnotes", "head", "lead", "modified", "published", "skip", "switch", "task", "title", "actions", "empty", "field", "form", "form-title", "hint", "preview", "preview-button", "problem", "replies", "replies-title", "reply", "reply-date", "reply-head", "reply-name", "reply-text", "send", "status", "thread"]) }, required: false }],
    ["dir", { value: { kind: 'word', words: new Set(["auto", "ltr", "rtl"]) }, required: false }],
    ["id", { value: { kind: 'id', prefix: "reply-" }, required: false }],
    ["lang", { value: { kind: 'language' }, required: false }],
    ["role", { value: { kind: 'word', words: new Set(["alert", "status"]) }, required: false }],
];

export const interfaceVocabulary: Vocabulary = new Map<string, ElementRule>([
  ["a", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
    ["href", { value: { kind: 'address' }, required: false }],
    ["hreflang", { value: { kind: 'language' }, required: false }],
    ["rel", { value: { kind: 'words', words: new Set(["nofollow", "noopener", "ugc"]) }, required: false }],
    ["title", { value: { kind: 'text' }, required: false }],
  ]) }],
  ["article", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
  ]) }],
  ["bdi", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
  ]) }],
  ["blockquote", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
  ]) }],
  ["br", { empty: true, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
  ]) }],
  ["code", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
    ["class", { value: { kind: 'code-language', prefix: "language-" }, required: false }],
  ]) }],
  ["del", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
  ]) }],
  ["div", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
  ]) }],
  ["em", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
  ]) }],
  ["figcaption", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
  ]) }],
  ["figure", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
  ]) }],
  ["h1", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
  ]) }],
  ["h2", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
  ]) }],
  ["h3", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
  ]) }],
  ["h4", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
  ]) }],
  ["h5", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
  ]) }],
  ["h6", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
  ]) }],
  ["header", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
  ]) }],
  ["hr", { empty: true, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
  ]) }],
  ["img", { empty: true, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
    ["alt", { value: { kind: 'text' }, required: false }],
    ["decoding", { value: { kind: 'word', words: new Set(["async"]) }, required: false }],
    ["height", { value: { kind: 'number', minimum: 1, maximum: 20000 }, required: false }],
    ["loading", { value: { kind: 'word', words: new Set(["lazy"]) }, required: false }],
    ["src", { value: { kind: 'address' }, required: false }],
    ["title", { value: { kind: 'text' }, required: false }],
    ["width", { value: { kind: 'number', minimum: 1, maximum: 20000 }, required: false }],
  ]) }],
  ["input", { empty: true, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
    ["aria-describedby", { value: { kind: 'ids', prefix: "reply-" }, required: false }],
    ["aria-invalid", { value: { kind: 'word', words: new Set(["true"]) }, required: false }],
    ["autocomplete", { value: { kind: 'word', words: new Set(["email", "name", "off", "url"]) }, required: false }],
    ["checked", { value: { kind: 'flag' }, required: false }],
    ["disabled", { value: { kind: 'flag' }, required: false }],
    ["maxlength", { value: { kind: 'number', minimum: 1, maximum: 1000000 }, required: false }],
    ["name", { value: { kind: 'word', words: new Set(["email", "name", "text", "website"]) }, required: false }],
    ["required", { value: { kind: 'flag' }, required: false }],
    ["type", { value: { kind: 'word', words: new Set(["checkbox", "email", "text", "url"]) }, required: true }],
    ["value", { value: { kind: 'text' }, required: false }],
  ]) }],
  ["li", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
  ]) }],
  ["ol", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
    ["start", { value: { kind: 'number', minimum: 0, maximum: 999999999 }, required: false }],
  ]) }],
  ["p", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
  ]) }],
  ["pre", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
  ]) }],
  ["section", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
    ["aria-labelledby", { value: { kind: 'ids', prefix: "reply-" }, required: false }],
  ]) }],
  ["span", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
  ]) }],
  ["strong", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
  ]) }],
  ["sup", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
  ]) }],
  ["table", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
  ]) }],
  ["tbody", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
  ]) }],
  ["td", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
    ["align", { value: { kind: 'word', words: new Set(["center", "left", "right"]) }, required: false }],
  ]) }],
  ["th", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
    ["align", { value: { kind: 'word', words: new Set(["center", "left", "right"]) }, required: false }],
  ]) }],
  ["thead", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
  ]) }],
  ["time", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
    ["datetime", { value: { kind: 'text' }, required: false }],
  ]) }],
  ["tr", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
  ]) }],
  ["ul", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
  ]) }],
  ["button", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
    ["aria-disabled", { value: { kind: 'word', words: new Set(["true"]) }, required: false }],
    ["type", { value: { kind: 'word', words: new Set(["button", "submit"]) }, required: true }],
    ["value", { value: { kind: 'word', words: new Set(["more", "preview", "reload", "retry", "send"]) }, required: false }],
  ]) }],
  ["form", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
    ["aria-labelledby", { value: { kind: 'ids', prefix: "reply-" }, required: false }],
    ["novalidate", { value: { kind: 'flag' }, required: false }],
  ]) }],
  ["label", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
    ["for", { value: { kind: 'id', prefix: "reply-" }, required: false }],
  ]) }],
  ["textarea", { empty: false, attributes: new Map<string, AttributeRule>([
    ...interfaceEverywhere,
    ["aria-describedby", { value: { kind: 'ids', prefix: "reply-" }, required: false }],
    ["aria-invalid", { value: { kind: 'word', words: new Set(["true"]) }, required: false }],
    ["autocomplete", { value: { kind: 'word', words: new Set(["email", "name", "off", "url"]) }, required: false }],
    ["maxlength", { value: { kind: 'number', minimum: 1, maximum: 1000000 }, required: false }],
    ["name", { value: { kind: 'word', words: new Set(["email", "name", "text", "website"]) }, required: false }],
    ["required", { value: { kind: 'flag' }, required: false }],
    ["rows", { value: { kind: 'number', minimum: 1, maximum: 100 }, required: false }],
  ]) }],
]);
