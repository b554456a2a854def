import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Manifest, tagFor } from '../../web/tag.ts';
import { commandsIn, manualOf } from './manual.ts';
import { debianVersion } from './version.ts';

const root = resolve(import.meta.dirname, '../..');
const dist = join(root, 'web/dist');

export interface Release {
  readonly version: string;
  /** The notes, as Markdown. */
  readonly notes: string;
  /** The maintainer of the Debian package: a name, and an address in angle brackets. */
  readonly maintainer: string;
  /** The time of the commit in seconds, which the archives give as that of their files, so that they can be made again. */
  readonly time: number;
  /** The folder to make. */
  readonly out: string;
}

/** Makes everything that is handed out, and says so part by part. Throws if a program fails. */
export function pack(release: Release): void {
  const { version, notes, out } = release;
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8')) as Manifest;
  step('the npm package', () => {
    run('npm', ['pack', '--silent', '--pack-destination', out], { cwd: root });
  });
  step('the folder for a CDN', () => {
    copyLoader(manifest, join(out, 'cdn/broadside', manifest.folder));
  });
  const tree = join(out, '.tree');
  step('the command, for Linux', () => {
    installTree(release, manifest, tree);
    packTree(release, tree);
  });
  step('the Debian package', () => {
    makeDebianPackage(release, tree);
  });
  rmSync(tree, { recursive: true });
  writeFileSync(join(out, 'tag.html'), tagFor(manifest, 'https://cdn.example/broadside/'));
  writeFileSync(join(out, 'NOTES.md'), `# Broadside ${version}\n\n${notes}\n`);
  writeFileSync(join(out, 'SHA256SUMS'), checksums(out));
  console.log(`${out}:\n${listing(out)}`);
}

function step(what: string, make: () => void): void {
  console.log(`  ${what} …`);
  make();
}

function run(
  program: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): string {
  return execFileSync(program, args, { ...options, encoding: 'utf8', stdio: 'pipe' });
}

function copyLoader({ files }: Manifest, folder: string): void {
  for (const name of [...Object.keys(files), 'manifest.json']) cpSync(join(dist, name), join(folder, name));
}

/** Puts the command and what belongs to it below a folder, as below /usr or /usr/local. */
function installTree({ version, time }: Release, manifest: Manifest, tree: string): void {
  const command = join(tree, 'bin/broadside');
  mkdirSync(join(tree, 'bin'), { recursive: true });
  run('strip', ['-o', command, join(root, 'build/native/broadside')]);
  const stated = run(command, ['--version']).trim();
  if (stated !== `broadside ${version}`)
    throw new Error(`build/native/broadside says that it is "${stated}": build it anew, with ./dev build native`);
  const main = run(command, ['--help']);
  const commands = new Map(commandsIn(main).map((name) => [name, run(command, [name, '--help'])]));
  const page = manualOf({ main, commands }, version, new Date(time * 1000).toISOString().slice(0, 10));
  mkdirSync(join(tree, 'share/man/man1'), { recursive: true });
  writeFileSync(join(tree, 'share/man/man1/broadside.1'), page);
  run('gzip', ['--best', '--no-name', join(tree, 'share/man/man1/broadside.1')]);
  copyLoader(manifest, join(tree, 'share/broadside/loader'));
  cpSync(join(root, 'LICENSE'), join(tree, 'share/doc/broadside/LICENSE'));
  cpSync(join(root, 'scripts/release/copyright'), join(tree, 'share/doc/broadside/copyright'));
  cpSync(join(root, 'CHANGELOG.md'), join(tree, 'share/doc/broadside/CHANGELOG.md'));
}

function packTree({ version, time, out }: Release, tree: string): void {
  const name = `broadside-${version}`;
  const same = ['--sort=name', `--mtime=@${time}`, '--owner=0', '--group=0', '--numeric-owner', '--mode=go-w'];
  const archive = join(out, `${name}-linux-${architecture()}.tar`);
  run('tar', ['-cf', archive, ...same, `--transform=s,^\\.,${name},`, '-C', tree, '.']);
  run('gzip', ['--best', '--no-name', archive]);
}

function architecture(): string {
  return run('dpkg', ['--print-architecture']).trim();
}

function makeDebianPackage({ version, maintainer, time, out }: Release, tree: string): void {
  const folder = join(out, '.debian');
  const debian = debianVersion(version);
  cpSync(tree, join(folder, 'usr'), { recursive: true });
  const examples = join(root, 'examples/operating');
  cpSync(join(examples, 'broadside.service'), join(folder, 'usr/lib/systemd/system/broadside.service'));
  for (const name of ['server.yaml', 'nginx.conf', 'Caddyfile'])
    cpSync(join(examples, name), join(folder, 'usr/share/doc/broadside/examples', name));
  // Debian's policy has the licences of a package in this file alone, and its changelog compressed under this name.
  rmSync(join(folder, 'usr/share/doc/broadside/LICENSE'));
  run('gzip', ['--best', '--no-name', join(folder, 'usr/share/doc/broadside/CHANGELOG.md')]);
  run('mv', ['CHANGELOG.md.gz', 'changelog.gz'], { cwd: join(folder, 'usr/share/doc/broadside') });
  mkdirSync(join(folder, 'DEBIAN'));
  writeFileSync(
    join(folder, 'DEBIAN/control'),
    `Package: broadside
Version: ${debian}
Architecture: ${architecture()}
Maintainer: ${maintainer}
Installed-Size: ${Math.ceil(Number(run('du', ['-sk', tree]).split('\t')[0]))}
Depends: ${dependencies(join(tree, 'bin/broadside'), out)}
Section: web
Priority: optional
Description: articles that any web page can carry, in every language
 The command broadside turns a folder of Markdown files into a site whose
 articles other sites can show by one tag, and stores readers' replies.
`,
  );
  run('chmod', ['-R', 'u+rwX,go+rX,go-w', folder]);
  const archive = join(out, `broadside_${debian}_${architecture()}.deb`);
  run('dpkg-deb', ['--build', '--root-owner-group', '-Zxz', folder, archive], {
    env: { ...process.env, SOURCE_DATE_EPOCH: String(time) },
  });
  rmSync(folder, { recursive: true });
}

/** Returns the packages that have the libraries which the command is linked to. The tool looks for a source package around it. */
function dependencies(command: string, out: string): string {
  const source = join(out, '.source');
  mkdirSync(join(source, 'debian'), { recursive: true });
  writeFileSync(join(source, 'debian/control'), 'Source: broadside\n\nPackage: broadside\nArchitecture: any\n');
  const found = run('dpkg-shlibdeps', ['-O', command], { cwd: source });
  rmSync(source, { recursive: true });
  return /^shlibs:Depends=(.*)$/m.exec(found)?.[1] ?? '';
}

function filesBelow(out: string): string[] {
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' }).sort();
  return names.filter((name) => statSync(join(out, name)).isFile());
}

function checksums(out: string): string {
  return filesBelow(out)
    .map(
      (name) =>
        `${createHash('sha256')
          .update(readFileSync(join(out, name)))
          .digest('hex')}  ${name}\n`,
    )
    .join('');
}

function listing(out: string): string {
  return filesBelow(out)
    .map((name) => `${String(statSync(join(out, name)).size).padStart(10)}  ${name}`)
    .join('\n');
}
