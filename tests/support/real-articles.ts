import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from './command.ts';

/**
 * Articles from other projects, which are therefore not part of this one: folders of Markdown files, each file named by
 * its language.
 */
export const corpus = process.env['BROADSIDE_CORPUS'] ?? new URL('../../../shared/corpus', import.meta.url).pathname;

/** The reason for which tests of these articles are skipped, if they are. */
export const absent = existsSync(corpus) ? false : `${corpus} is not there (BROADSIDE_CORPUS names another)`;

function putContent(folder: string, change: ((text: string) => string) | undefined): void {
  const content = join(corpus, 'opensource-guides');
  if (!change) {
    symlinkSync(content, folder);
    return;
  }
  cpSync(content, folder, { recursive: true });
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (name.endsWith('.md')) writeFileSync(path, change(readFileSync(path, 'utf8')));
  }
}

export interface RealSite {
  readonly folder: string;
  /** The output of the build. */
  readonly log: string;
  /** The files' paths in the folder. */
  readonly files: readonly string[];
  remove(): void;
}

/** Builds a site of these articles at the given address; `change` is applied to each text first. */
export function buildRealSite(url: string, change?: (text: string) => string): RealSite {
  const publisher = mkdtempSync(join(tmpdir(), 'broadside-real-'));
  const folder = join(publisher, 'site');
  putContent(join(publisher, 'content'), change);
  writeFileSync(
    join(publisher, 'broadside.yaml'),
    `publisher: { name: Open Source Guides }\ndefault: en\ntypography: smart\nurl: ${url}\n`,
  );
  const { status, stdout, stderr } = spawnSync(command, ['build', publisher, '-o', folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.\w+$/.test(path));
  return {
    folder,
    log: stdout + stderr,
    files,
    remove: () => {
      rmSync(publisher, { recursive: true });
    },
  };
}
