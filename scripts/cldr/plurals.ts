import { read } from './data.ts';

type Rules = Record<string, string>;
type Range = [first: number, last: number];

/**
 * Returns the lines PLURALS(languages, category, categories…): a C++ expression of a whole number n, the same for all
 * these languages, and the categories that whole numbers have there.
 */
export function pluralRules(): string[] {
  const { supplemental } = read('cldr-core/supplemental/plurals.json') as {
    supplemental: { 'plurals-type-cardinal': Record<string, Rules> };
  };
  const tagsByRule = new Map<string, string[]>();
  for (const [tag, rules] of Object.entries(supplemental['plurals-type-cardinal'])) {
    if (tag === 'und') continue;
    const rule = ruleOf(rules);
    tagsByRule.set(rule, [...(tagsByRule.get(rule) ?? []), tag]);
  }
  return [...tagsByRule].map(([rule, tags]) => `PLURALS("${tags.join(' ')}",\n        ${rule})`);
}

function ruleOf(rules: Rules): string {
  const categories = Object.entries(rules)
    .map(([name, rule]) => ({ name: name.replace('pluralRule-count-', ''), rule }))
    .filter(({ rule }) => hasWholeNumbers(rule));
  const last = categories.at(-1)?.name ?? 'other';
  const conditions = categories.slice(0, -1).map(({ name, rule }) => `${condition(rule)} ? ${name} : `);
  return `${conditions.join('')}${last}, ${categories.map(({ name }) => name).join(', ')}`;
}

/** Returns whether CLDR gives an example that is a whole number and not in compact notation ("1c6"). */
function hasWholeNumbers(rule: string): boolean {
  const examples = /@integer ([^@]*)/.exec(rule)?.[1] ?? '';
  return examples.split(', ').some((example) => /^[\d~]+\s*$/.test(example));
}

/**
 * Returns "v = 0 and i % 10 = 1 or n = 5 @integer …" as C++, without the parts that are always true or never true for
 * whole numbers.
 */
function condition(rule: string): string {
  const alternatives = (rule.split('@')[0] ?? '')
    .trim()
    .split(' or ')
    .map((alternative) => alternative.split(' and ').map(relation))
    .filter((relations) => !relations.includes('false'))
    .map((relations) => relations.filter((text) => text !== 'true'));
  return alternatives.map((relations) => allOf(relations, alternatives.length > 1)).join(' || ');
}

function allOf(relations: readonly string[], amongOthers: boolean): string {
  const all = relations.map((text) => (relations.length > 1 && text.includes('||') ? `(${text})` : text)).join(' && ');
  return amongOthers && all.includes('&&') ? `(${all})` : all;
}

/**
 * Returns "i % 10 != 2..4,9" as C++, or "true" or "false" if the operand is 0 for all whole numbers (visible fractions,
 * exponents).
 */
function relation(text: string): string {
  const [, operand = '', modulus, operator, list = ''] = /^(\w)( % \d+)? (!?=) ([\d.,]+)$/.exec(text.trim()) ?? [];
  const equal = operator === '=';
  const ranges = list.split(',').map(rangeOf);
  if (/[vwftce]/.test(operand)) return String(ranges.some(([first]) => first === 0) === equal);
  if (!/[ni]/.test(operand)) throw new Error(`The plural relation "${text}" is not supported`);
  return comparison(`n${modulus ?? ''}`, ranges, equal);
}

function rangeOf(text: string): Range {
  const [first = NaN, last = first] = text.split('..').map(Number);
  return [first, last];
}

function comparison(value: string, ranges: readonly Range[], equal: boolean): string {
  const parts = joined(ranges).map(([first, last]) => {
    if (first === last) return `${value} ${equal ? '==' : '!='} ${first}`;
    if (first === 0) return `${value} ${equal ? '<=' : '>'} ${last}`;
    return `${equal ? '' : '!'}within(${value}, ${first}, ${last})`;
  });
  return parts.join(equal ? ' || ' : ' && ');
}

/** Joins 0 and 1 to 0..1, as other rules have it. */
function joined(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const [first, last] of ranges) {
    const before = result.at(-1);
    if (before?.[1] === first - 1) before[1] = last;
    else result.push([first, last]);
  }
  return result;
}
