import { existsSync, readdirSync, readFileSync } from 'node:fs';

const modules = new URL('../../node_modules/', import.meta.url);

interface Package {
  readonly version: string;
}

export const version = (read('cldr-core/package.json') as Package).version;

/** Returns the content of a file of one of the cldr-… packages; the caller states the expected type. */
export function read(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, modules), 'utf8'));
}

/** Returns the content of a package's file for a language: `main.es` of cldr-dates-full/main/es/ca-gregorian.json. */
export function readMain(packageName: string, tag: string, file: string): unknown {
  const { main } = read(`${packageName}/main/${tag}/${file}.json`) as { main: Record<string, unknown> };
  return main[tag];
}

export function hasMain(packageName: string, tag: string, file: string): boolean {
  return existsSync(new URL(`${packageName}/main/${tag}/${file}.json`, modules));
}

export function tagsIn(packageName: string): string[] {
  return readdirSync(new URL(`${packageName}/main/`, modules));
}
