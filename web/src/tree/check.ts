import { BroadsideError } from '../events/errors.ts';
import { languageTag, longestLanguageTag } from '../generated/rules.ts';
import { shiftedHeading } from './headings.ts';
import { linkAttributes, pictureAttributes } from './links.ts';
import type { Setting } from './setting.ts';
import { tokensOf } from './tokens.ts';
import {
  contentVocabulary,
  type ElementRule,
  interfaceVocabulary,
  type ValueRule,
  type Vocabulary,
} from './vocabulary.ts';

// Chromium's tab crashes at 3,000 nested elements, and at some millions in all; an article has some twenty, and some thousands.
export const maximumDepth = 100;
export const maximumNodes = 250_000;

/** `content` is what a publisher may send; `interface` has Broadside's own form too, and is for the core's trees alone. */
export type VocabularyName = 'content' | 'interface';

declare const checked: unique symbol;

/** An element that may be painted as it is. Only `check` makes one. */
export interface CheckedElement {
  readonly [checked]: true;
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly CheckedNode[];
}

export type CheckedNode = string | CheckedElement;

const vocabularies = { content: contentVocabulary, interface: interfaceVocabulary };

// Most elements have no attributes, and many no children; they share these.
const noAttributes: ReadonlyMap<string, string> = new Map();
const noChildren: readonly CheckedNode[] = [];

/**
 * Checks a JsonML tree against a vocabulary, and adapts it to the page on which it will stand. A tree with anything in it that is
 * not allowed is refused whole, by a BroadsideError that names the node: `view/3/2` is item 2 of item 3 of the array. An
 * address that no browser can read is left out: it leads nowhere, and so does no harm.
 */
export function check(source: unknown, vocabulary: VocabularyName, setting: Setting): CheckedElement {
  return new Checking(vocabularies[vocabulary], setting).element(source);
}

/** The check of one tree. Its recursion is bounded by `maximumDepth`. */
class Checking {
  readonly #rules: Vocabulary;
  readonly #setting: Setting;
  /** The path to the current node: for each element that has been entered and not left, an index into its array. */
  readonly #path: number[] = [];
  #nodes = 1;

  constructor(rules: Vocabulary, setting: Setting) {
    this.#rules = rules;
    this.#setting = setting;
  }

  element(source: unknown): CheckedElement {
    if (!Array.isArray(source)) this.#refuse('neither text nor an element');
    const name: unknown = source[0];
    const rule = typeof name === 'string' ? this.#rules.get(name) : undefined;
    if (typeof name !== 'string' || !rule) this.#refuse(`no element ${described(name)} here`);
    const second: unknown = source[1];
    const hasAttributes = typeof second === 'object' && second !== null && !Array.isArray(second);
    const attributes = this.#attributes(name, hasAttributes ? second : undefined, rule);
    const children = this.#children(source, hasAttributes ? 2 : 1, name, rule);
    return {
      name: shiftedHeading(name, this.#setting.headingLevel),
      attributes,
      children,
    } as unknown as CheckedElement;
  }

  #children(source: readonly unknown[], first: number, name: string, rule: ElementRule): readonly CheckedNode[] {
    if (first >= source.length) return noChildren;
    const depth = this.#path.push(first) - 1;
    if (rule.empty) this.#refuse(`<${name}> holds nothing`);
    const children = new Array<CheckedNode>(source.length - first);
    for (let i = first; i < source.length; i++) {
      this.#path[depth] = i;
      if (++this.#nodes > maximumNodes) this.#refuse(`more than ${maximumNodes} nodes`);
      const node = source[i];
      children[i - first] = typeof node === 'string' ? node : this.#child(node);
    }
    this.#path.pop();
    return children;
  }

  #child(source: unknown): CheckedNode {
    if (this.#path.length === maximumDepth) this.#refuse(`more than ${maximumDepth} elements deep`);
    const child = this.element(source);
    return child.name === 'img' && !this.#mayStand(child) ? (child.attributes.get('alt') ?? '') : child;
  }

  #attributes(element: string, source: object | undefined, rule: ElementRule): ReadonlyMap<string, string> {
    for (const name of rule.required) {
      if (!source || !Object.hasOwn(source, name)) this.#refuse(`<${element}> without ${name}`);
    }
    if (!source) return noAttributes;
    const attributes = new Map<string, string>();
    for (const name of Object.keys(source)) {
      const value = this.#value(element, name, (source as Record<string, unknown>)[name], rule.attributes.get(name));
      if (value !== undefined) attributes.set(name, value);
    }
    if (element === 'a') linkAttributes(attributes, this.#setting);
    if (element === 'img') pictureAttributes(attributes, this.#setting);
    return attributes;
  }

  /** Returns the value to set; undefined for an address that no browser can read. */
  #value(element: string, name: string, value: unknown, rule: ValueRule | undefined): string | undefined {
    if (!rule) this.#refuse(`no attribute ${described(name)} on <${element}>`);
    if (typeof value !== 'string') this.#refuse(`<${element} ${name}> may not be ${described(value)}`);
    const address = rule.kind === 'address' ? this.#setting.resolve(value) : undefined;
    if (rule.kind === 'address' && !address) return undefined;
    const isAllowed = address ? this.#setting.allows(address) : accepts(rule, value);
    if (!isAllowed) this.#refuse(`<${element} ${name}> may not be ${described(value)}`);
    return address?.href ?? value;
  }

  /** Returns whether a picture may stand. One on the host's own origin would make the reader's browser ask the host for it. */
  #mayStand(picture: CheckedElement): boolean {
    const address = picture.attributes.get('src');
    return address !== undefined && this.#setting.origins.allow(new URL(address));
  }

  #refuse(why: string): never {
    throw new BroadsideError('view', ['view', ...this.#path].join('/'), why);
  }
}

/** Returns whether the rule allows the value. For an address it is false, since the setting decides about those. */
function accepts(rule: ValueRule, value: string): boolean {
  switch (rule.kind) {
    case 'address':
      return false;
    case 'text':
      return true;
    case 'flag':
      return value === '';
    case 'language':
      return value.length <= longestLanguageTag && languageTag.test(value);
    case 'number':
      return /^\d{1,9}$/.test(value) && Number(value) >= rule.minimum && Number(value) <= rule.maximum;
    case 'word':
      return rule.words.has(value);
    case 'words':
      return tokensOf(value).every((word) => rule.words.has(word));
    case 'id':
    case 'code-language':
      return isId(value, rule.prefix);
    case 'ids':
      return tokensOf(value).every((id) => isId(id, rule.prefix));
  }
}

function isId(value: string, prefix: string): boolean {
  // This is HTML's white space, which is less than JavaScript's.
  return value.startsWith(prefix) && value.length > prefix.length && !/[\t\n\f\r ]/.test(value);
}

/** Describes a value in short, without going into lists and objects, which may be nested deeply. */
function described(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 80));
  return Array.isArray(value) ? 'a list' : `of type ${typeof value}`;
}
