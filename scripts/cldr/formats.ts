import { readMain } from './data.ts';
import { translated } from './pattern.ts';

interface Gregorian {
  readonly months: { readonly format: { readonly wide: Record<string, string> } };
  readonly dateFormats: { readonly long: string };
  readonly dateTimeFormats: { readonly availableFormats: { readonly Hmv: string } };
  readonly 'dateTimeFormats-atTime': { readonly standard: { readonly long: string } };
}

interface Numbers {
  readonly defaultNumberingSystem: string;
  readonly minimumGroupingDigits: string;
  readonly [more: string]: unknown;
}

/** Returns the member `cldr` of web/messages/TAG.json. */
export function formats(tag: string): object {
  const { dates } = readMain('cldr-dates-full', tag, 'ca-gregorian') as {
    dates: { calendars: { gregorian: Gregorian } };
  };
  const { gregorian } = dates.calendars;
  return {
    direction: direction(tag),
    months: months(gregorian),
    date: translated(gregorian.dateFormats.long, { d: '{day}', MMMM: '{month}', M: '{month}', y: '{year}' }),
    date_time: dateTime(gregorian, utc(tag)),
    list: list(tag),
    ...numbers(tag),
  };
}

function direction(tag: string): string {
  const { layout } = readMain('cldr-misc-full', tag, 'layout') as {
    layout: { orientation: { characterOrder: string } };
  };
  return layout.orientation.characterOrder === 'right-to-left' ? 'rtl' : 'ltr';
}

/** Returns the names of the months as they appear in a date, or their numbers if the pattern has numbers. */
function months({ months, dateFormats }: Gregorian): string[] {
  const names = Object.values(months.format.wide);
  return dateFormats.long.includes('MMM') ? names : names.map((_, index) => String(index + 1));
}

/**
 * Returns the pattern of date and time in 24 hours, with the zone named, because a reader elsewhere has to know which
 * zone is meant.
 */
function dateTime(gregorian: Gregorian, zone: string): string {
  const fields = { H: '{hour}', HH: '{two_digit_hour}', mm: '{minute}', v: zone, vvvv: zone };
  const time = translated(gregorian.dateTimeFormats.availableFormats.Hmv, fields);
  const both = translated(gregorian['dateTimeFormats-atTime'].standard.long, {});
  return both.replace('{1}', '{date}').replace('{0}', time);
}

function utc(tag: string): string {
  const { dates } = readMain('cldr-dates-full', tag, 'timeZoneNames') as {
    dates: { timeZoneNames: { zone: { Etc: { UTC: { short: { standard: string } } } } } };
  };
  return dates.timeZoneNames.zone.Etc.UTC.short.standard;
}

/** Returns the separators of the items in a list of two and in a longer one. So far no language has anything else. */
function list(tag: string): object {
  const { listPatterns } = readMain('cldr-misc-full', tag, 'listPatterns') as {
    listPatterns: { 'listPattern-type-standard': Record<'2' | 'start' | 'middle' | 'end', string> };
  };
  const patterns = listPatterns['listPattern-type-standard'];
  if (patterns.start !== patterns.middle)
    throw new Error(`${tag}: lists begin with a separator of their own, which is not supported`);
  return { two: between(patterns[2]), middle: between(patterns.middle), end: between(patterns.end) };
}

function between(pattern: string): string {
  const found = /^\{0\}(.*)\{1\}$/s.exec(pattern)?.[1];
  if (found === undefined) throw new Error(`The list pattern "${pattern}" has text around it, which is not supported`);
  return found;
}

/** Returns how numbers differ from ASCII digits in groups of three, beginning with the fourth digit. */
function numbers(tag: string): object {
  const { numbers } = readMain('cldr-numbers-full', tag, 'numbers') as { numbers: Numbers };
  const system = numbers.defaultNumberingSystem;
  const { group } = numbers[`symbols-numberSystem-${system}`] as { group: string };
  const { standard } = numbers[`decimalFormats-numberSystem-${system}`] as { standard: string };
  const [primary, secondary] = groupSizes(standard);
  if (primary !== 3) throw new Error(`${tag}: the last group of digits does not have three digits`);
  const minimum = Number(numbers.minimumGroupingDigits);
  return {
    ...(system === 'latn' ? {} : { digits: digits(system) }),
    group,
    ...(secondary === 3 ? {} : { upper_group: secondary }),
    ...(minimum === 1 ? {} : { minimum_grouping: minimum }),
  };
}

/** Returns the sizes of the groups: 3 and 2 for "#,##,##0.###". */
function groupSizes(pattern: string): [number | undefined, number | undefined] {
  const [, ...groups] = (pattern.split('.')[0] ?? '').split(',');
  const sizes = groups.map((digits) => digits.length);
  return [sizes.at(-1), sizes.at(-2) ?? sizes.at(-1)];
}

function digits(system: string): string {
  return new Intl.NumberFormat('en', { numberingSystem: system, useGrouping: false, minimumIntegerDigits: 10 }).format(
    123456789,
  );
}
