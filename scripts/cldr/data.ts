import { existsSync, readdirSync, readFileSync } from 'node:fs';

const modules = new URL('../../node_modules/', import.meta.url);

interface Package {
  readonly version: string;
}

export const version = (read('cldr-core/package.json') as Package).version;

/** A file of one of the cldr-… packages; what is expected in it is the caller's to say. */
export function read(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, modules), 'utf8'));
}

/** What a file of that package says in a language: `main.es` of cldr-dates-full/main/es/ca-gregorian.json. */
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
