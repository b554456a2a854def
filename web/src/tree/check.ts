import { BroadsideError } from '../errors.ts';
import {
  type AttributeRule,
  contentVocabulary,
  type ElementRule,
  interfaceVocabulary,
  type ValueRule,
  type Vocabulary,
} from '../generated/vocabulary.ts';
import { shiftedHeading } from './headings.ts';
import { linkAttributes } from './links.ts';
import type { Setting } from './setting.ts';

// Chromium's tab dies of 3,000 nested elements, and of some millions of them; an article has twenty, and some thousands.
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

interface Frame {
  readonly source: readonly unknown[];
  readonly element: CheckedElement;
  readonly children: CheckedNode[];
  readonly empty: boolean;
  next: number;
}

const vocabularies = { content: contentVocabulary, interface: interfaceVocabulary };

/**
 * Holds a JsonML tree to a vocabulary, and sets it for the place where it will stand. A tree with anything in it that is
 * not allowed is refused whole, by a BroadsideError that names the node: `view/3/2` is item 2 of item 3 of the array.
 */
export function check(source: unknown, vocabulary: VocabularyName, setting: Setting): CheckedElement {
  const rules = vocabularies[vocabulary];
  const root = enter(source, rules, setting, () => 'view');
  const frames = [root];
  const where = (): string => `view/${frames.map((frame) => frame.next - 1).join('/')}`;

  for (let nodes = 1, frame = root; ;) {
    if (frame.next === frame.source.length) {
      frames.pop();
      const parent = frames.at(-1);
      if (!parent) return root.element;
      frame = parent;
      continue;
    }
    const node = frame.source[frame.next++];
    if (frame.empty) refuse(where(), `<${frame.element.name}> holds nothing`);
    if (++nodes > maximumNodes) refuse(where(), `more than ${maximumNodes} nodes`);
    if (typeof node === 'string') {
      frame.children.push(node);
      continue;
    }
    if (frames.length === maximumDepth) refuse(where(), `more than ${maximumDepth} elements deep`);
    const child = enter(node, rules, setting, where);
    frame.children.push(mayStand(child.element, setting) ? child.element : (child.element.attributes.get('alt') ?? ''));
    frames.push(child);
    frame = child;
  }
}

function enter(source: unknown, rules: Vocabulary, setting: Setting, where: () => string): Frame {
  if (!Array.isArray(source)) refuse(where(), 'neither text nor an element');
  const [name, second] = source as unknown[];
  const rule = typeof name === 'string' ? rules.get(name) : undefined;
  if (typeof name !== 'string' || !rule) refuse(where(), `no element ${described(name)} here`);
  const hasAttributes = typeof second === 'object' && second !== null && !Array.isArray(second);
  const attributes = checkAttributes(name, hasAttributes ? second : {}, rule, setting, where);
  const children: CheckedNode[] = [];
  const element = {
    name: shiftedHeading(name, setting.headingLevel),
    attributes,
    children,
  } as unknown as CheckedElement;
  return { source, element, children, empty: rule.empty, next: hasAttributes ? 2 : 1 };
}

function checkAttributes(
  element: string,
  source: object,
  rule: ElementRule,
  setting: Setting,
  where: () => string,
): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [name, value] of Object.entries(source) as [string, unknown][]) {
    const attribute: AttributeRule | undefined = rule.attributes.get(name);
    if (!attribute) refuse(where(), `no attribute ${described(name)} on <${element}>`);
    const clean = typeof value === 'string' ? checkValue(value, attribute.value, setting) : undefined;
    if (clean === undefined) refuse(where(), `<${element} ${name}> may not be ${described(value)}`);
    attributes.set(name, clean);
  }
  for (const [name, attribute] of rule.attributes) {
    if (attribute.required && !attributes.has(name)) refuse(where(), `<${element}> without ${name}`);
  }
  if (element === 'a') linkAttributes(attributes, setting);
  if (element === 'img') attributes.set('referrerpolicy', setting.referrerPolicy);
  return attributes;
}

/** The value to set, or undefined where the rule does not allow this one. */
function checkValue(value: string, rule: ValueRule, setting: Setting): string | undefined {
  switch (rule.kind) {
    case 'address':
      return setting.resolve(value)?.href;
    case 'text':
      return value;
    case 'flag':
      return value === '' ? value : undefined;
    case 'language':
      return /^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(value) ? value : undefined;
    case 'number':
      return /^\d{1,9}$/.test(value) && Number(value) >= rule.minimum && Number(value) <= rule.maximum
        ? value
        : undefined;
    case 'word':
      return rule.words.has(value) ? value : undefined;
    case 'words':
      return value.split(' ').every((word) => rule.words.has(word)) ? value : undefined;
    case 'id':
    case 'code-language':
      return isId(value, rule.prefix) ? value : undefined;
    case 'ids':
      return value.split(' ').every((id) => isId(id, rule.prefix)) ? value : undefined;
  }
}

function isId(value: string, prefix: string): boolean {
  // HTML's white space, which is less than JavaScript's.
  return value.startsWith(prefix) && value.length > prefix.length && !/[\t\n\f\r ]/.test(value);
}

/** A picture on the host's own origin would make the reader's browser ask it of the host; its text stands in its place. */
function mayStand(element: CheckedElement, setting: Setting): boolean {
  const picture = element.attributes.get('src');
  return picture === undefined || setting.origins.allow(new URL(picture));
}

/** Short, and without going into what may be nested without end. */
function described(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 80));
  return Array.isArray(value) ? 'a list' : `of type ${typeof value}`;
}

function refuse(where: string, why: string): never {
  throw new BroadsideError('view', where, why);
}
