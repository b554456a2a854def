// Makes what is handed out of a version, in build/release/VERSION; the command and web/dist must have been built:
//
//   node scripts/release.ts [--check] VERSION     --check only says what stands in the way of it
//
//   broadside-VERSION.tgz                  the npm package
//   cdn/broadside/VERSION-<hash>/          what a web server or CDN serves to any page
//   broadside-VERSION-linux-ARCH.tar.gz    the command, its manual page and the loader, to unpack in /usr/local
//   broadside_VERSION_ARCH.deb             the same as a Debian package, whose maintainer is the author in package.json
//                                          ("Name <address>"), or else who made the commit
//   tag.html                               what a page pastes
//   NOTES.md                               the version's notes from CHANGELOG.md
//   SHA256SUMS                             the checksums of all these files
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { refusal } from './release/refusal.ts';
import { notesOf } from './release/notes.ts';
import { pack } from './release/pack.ts';

const root = resolve(import.meta.dirname, '..');
const { values, positionals } = parseArgs({ options: { check: { type: 'boolean' } }, allowPositionals: true });
const [version = ''] = positionals;
const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' });

const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
const { version: stated, author } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string;
  author?: string;
};
const maintainer = author ?? git('log', '-1', '--format=%cn <%ce>').trim();
const why = refusal({ version, stated, changelog, maintainer, changes: git('status', '--porcelain') });
if (why !== undefined) {
  console.error(`release: ${why}`);
  process.exit(1);
}
if (values.check !== true) {
  pack({
    version,
    notes: notesOf(changelog, version) ?? '',
    maintainer,
    time: Number(git('log', '-1', '--format=%ct')),
    out: join(root, 'build/release', version),
  });
}
