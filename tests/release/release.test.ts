import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { commandsIn, manualOf } from '../../scripts/release/manual.ts';
import { notesOf } from '../../scripts/release/notes.ts';
import { pack } from '../../scripts/release/pack.ts';
import { refusal, type ReleaseState } from '../../scripts/release/refusal.ts';
import { debianVersion, isSemanticVersion } from '../../scripts/release/version.ts';

const root = join(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const changelog =
  '# Changelog\n\n## [Unreleased]\n\n## [1.4.0] - 2026-12-01\n\n### Added\n\n- A thing.\n\n## [1.3.0] - 2026-11-01\n\n- Older.\n';

suite('a release', () => {
  const maintainer = 'Ana B. <ana@host.example>';
  const ready: ReleaseState = { version: '1.4.0', stated: '1.4.0', changelog, maintainer, changes: '' };
  const refusals: Record<string, [state: Partial<ReleaseState>, why: RegExp]> = {
    'a version that is none': [{ version: '1.4' }, /"1\.4" is no version of Semantic Versioning: .*1\.4\.0/],
    'a version that package.json does not state': [
      { stated: '1.3.0' },
      /package\.json states version 1\.3\.0: run "npm version --no-git-tag-version 1\.4\.0"/,
    ],
    'a version without notes': [
      { changelog: changelog.replace('1.4.0', '1.4.1') },
      /CHANGELOG\.md has no notes of 1\.4\.0: write them below a heading "## \[1\.4\.0\] - \d{4}-/,
    ],
    'a version whose notes are empty': [
      { changelog: '## [1.4.0] - 2026-12-01\n\n## [1.3.0] - 2026-11-01\n\n- Older.\n' },
      /has no notes of 1\.4\.0/,
    ],
    'a maintainer without an address': [{ maintainer: 'Ana B.' }, /may not be "Ana B\.": write "author": "Name </],
    'changes that are not committed': [{ changes: ' M README.md\n' }, /not committed.*\n M README\.md$/],
  };
  for (const [what, [state, why]] of Object.entries(refusals)) {
    test(`is refused for ${what}`, () => {
      assert.match(refusal({ ...ready, ...state }) ?? '', why);
    });
  }

  test('is made of a committed version with notes', () => {
    assert.equal(refusal(ready), undefined);
    assert.equal(notesOf(changelog, '1.4.0'), '### Added\n\n- A thing.');
  });

  test('has a version of Semantic Versioning, which Debian orders in the same way', () => {
    const versions = ['0.1.0', '1.0.0-alpha.1', '1.0.0-rc.1+build.5', '1.0.0-x-y', '10.20.30'];
    for (const one of versions) assert.ok(isSemanticVersion(one), one);
    for (const one of ['', '1', 'v1.0.0', '01.0.0', '1.0.0-', '1.0.0-01', '1.0.0 ', '../1.0.0'])
      assert.ok(!isSemanticVersion(one), one);
    assert.deepEqual(versions.map(debianVersion), [
      '0.1.0',
      '1.0.0~alpha.1',
      '1.0.0~rc.1+build.5',
      '1.0.0~x.y',
      '10.20.30',
    ]);
  });

  test('has a manual page that contains the help of each command as it is', () => {
    const main =
      'Articles.\n\nSubcommands:\n  build        Make a site\n  check        Find mistakes\n\nExample:\n  x\n';
    assert.deepEqual(commandsIn(main), ['build', 'check']);
    const page = manualOf({ main, commands: new Map([['build', "'quoted'\n.dots --out"]]) }, '1.4.0', '2026-12-01');
    assert.match(page, /^\.TH BROADSIDE 1 "2026-12-01" "broadside 1\.4\.0"/);
    assert.match(page, /\n\\&'quoted'\n\\&\.dots \\-\\-out\n/);
  });
});

suite('what a release hands out', () => {
  const time = Date.UTC(2026, 0, 2, 3, 4, 5) / 1000;
  const out = mkdtempSync(join(tmpdir(), 'broadside-release-'));
  const run = (program: string, ...args: string[]): string =>
    execFileSync(program, args, { cwd: out, encoding: 'utf8' });
  before(() => {
    pack({ version, notes: '- A thing.', maintainer: 'Ana B. <ana@host.example>', time, out });
  });
  after(() => {
    rmSync(out, { recursive: true });
  });

  const [architecture] = execFileSync('dpkg', ['--print-architecture'], { encoding: 'utf8' }).split('\n');
  const debianPackage = `broadside_${debianVersion(version)}_${architecture}.deb`;
  const archive = `broadside-${version}-linux-${architecture}.tar.gz`;

  test('has the checksums of everything', () => {
    run('sha256sum', '--check', '--quiet', 'SHA256SUMS');
    const listed = readFileSync(join(out, 'SHA256SUMS'), 'utf8');
    for (const name of [`broadside-${version}.tgz`, debianPackage, archive, 'tag.html', 'NOTES.md'])
      assert.ok(listed.includes(`  ${name}\n`), name);
    const there = run('find', '.', '-type', 'f', '-not', '-name', 'SHA256SUMS').trim().split('\n');
    assert.equal(there.length, listed.trim().split('\n').length);
    assert.match(readFileSync(join(out, 'NOTES.md'), 'utf8'), /\n- A thing\.\n$/);
  });

  test('has a tag that names the loader of the CDN’s folder by its hash', () => {
    const tag = readFileSync(join(out, 'tag.html'), 'utf8');
    const [, path = '', integrity] =
      /src="https:\/\/cdn\.example\/(\S+)" integrity="(\S+)" crossorigin="anonymous"/.exec(tag) ?? [];
    assert.ok(path.startsWith(`broadside/${version}-`), path);
    const loader = readFileSync(join(out, 'cdn', path));
    assert.equal(integrity, `sha384-${createHash('sha384').update(loader).digest('base64')}`);
    assert.equal(basename(path), 'broadside.js');
    assert.ok(loader.includes(`"${version}"`), 'the version is in the file');
  });

  test('has the command, which states its version and builds with the loader beside it', () => {
    run('tar', '-xzf', archive);
    for (const line of run('tar', '--utc', '-tvzf', archive).trim().split('\n'))
      assert.match(line, /^\S+ 0\/0 .* 2026-01-02 03:04 /);
    const folder = `broadside-${version}`;
    assert.equal(run(`${folder}/bin/broadside`, '--version'), `broadside ${version}\n`);
    const publisher = join(root, 'examples/publisher');
    const loader = `${folder}/share/broadside/loader`;
    assert.match(run(`${folder}/bin/broadside`, 'build', publisher, '-o', 'site', '--loader', loader), /<script async/);
    const page = run('gzip', '-dc', `${folder}/share/man/man1/broadside.1.gz`);
    assert.match(page, /^\.SS broadside serve\n[^]*\\-\\-trusted\\-proxy/m);
    assert.deepEqual(
      [...page.matchAll(/^\.SS broadside (\w+)/gm)].map(([, name]) => name),
      ['backup', 'build', 'check', 'dev', 'keygen', 'moderator', 'new', 'prune', 'render', 'serve'],
    );
  });

  test('has a Debian package, which depends on the libraries that the command needs', () => {
    const field = (name: string): string => run('dpkg-deb', '--field', debianPackage, name).trim();
    assert.equal(field('Version'), debianVersion(version));
    assert.equal(field('Maintainer'), 'Ana B. <ana@host.example>');
    const libraries = [
      'libc6',
      'libstdc++6',
      'libsqlite3-0',
      'libsoci-sqlite3-4.0',
      'libsoci-postgresql4.0',
      'libpq5',
      'libyaml-cpp0.7',
    ];
    for (const library of libraries)
      assert.match(field('Depends'), new RegExp(`(^|, )${library.replaceAll('+', '\\+')}( \\(|,|$)`));
    const contents = run('dpkg-deb', '--contents', debianPackage);
    for (const path of [
      './usr/bin/broadside',
      './usr/share/man/man1/broadside.1.gz',
      './usr/share/doc/broadside/copyright',
      './usr/share/doc/broadside/changelog.gz',
      './usr/share/broadside/loader/broadside.js',
      './usr/lib/systemd/system/broadside.service',
      './usr/share/doc/broadside/examples/server.yaml',
    ])
      assert.match(contents, new RegExp(`^-\\S+ root/root .* ${path.replaceAll('.', '\\.')}$`, 'm'));
    for (const line of contents.trim().split('\n')) assert.match(line, / 2026-01-02 /);
    assert.doesNotMatch(contents, /^\S{5}w|^\S{8}w/m);
  });

  test('has the npm package with the licences of everything in it', () => {
    const files = run('tar', '-tzf', `broadside-${version}.tgz`);
    for (const name of ['LICENSE', 'web/dist/copyright', 'web/dist/element.js', 'web/dist/core.wasm'])
      assert.ok(files.includes(`package/${name}\n`), name);
    const stated = JSON.parse(run('tar', '-xzOf', `broadside-${version}.tgz`, 'package/package.json')) as {
      version: string;
    };
    assert.equal(stated.version, version);
  });
});
