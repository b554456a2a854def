import { notesOf } from './notes.ts';
import { isSemanticVersion } from './version.ts';

export interface ReleaseState {
  /** The version to be released. */
  readonly version: string;
  /** The version that package.json states, which the loader and the command have from there. */
  readonly stated: string;
  readonly changelog: string;
  /** The maintainer of the Debian package. */
  readonly maintainer: string;
  /** The changes that are not committed, as `git status --porcelain` lists them. */
  readonly changes: string;
}

/** Returns why the version cannot be released and what to do about it; undefined if nothing stands in the way. */
export function refusal({ version, stated, changelog, maintainer, changes }: ReleaseState): string | undefined {
  if (!isSemanticVersion(version))
    return `"${version}" is no version of Semantic Versioning: write three numbers, as in 1.4.0 or 2.0.0-rc.1 (https://semver.org/)`;
  if (version !== stated)
    return `package.json states version ${stated}: run "npm version --no-git-tag-version ${version}" and commit that, or release ${stated}`;
  if (notesOf(changelog, version) === undefined)
    return `CHANGELOG.md has no notes of ${version}: write them below a heading "## [${version}] - ${today()}" and commit that`;
  if (!/^[^<>\n]+ <[^<>@\s]+@[^<>@\s]+>$/.test(maintainer))
    return `the maintainer of the Debian package may not be "${maintainer}": write "author": "Name <name@host>" into package.json and commit that`;
  if (changes.trim() !== '')
    return `there are changes that are not committed, so that nobody could make this release again; commit or remove them:\n${changes.trimEnd()}`;
  return undefined;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
