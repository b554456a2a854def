import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';

const root = join(import.meta.dirname, '../..');

/** Makes a project for the suite that calls this, in which only the packed npm package is installed. */
export function usePackage(): { readonly project: string; readonly installed: string } {
  const project = mkdtempSync(join(tmpdir(), 'broadside-package-'));
  const installed = join(project, 'node_modules/broadside');
  before(() => {
    execFileSync('npm', ['pack', '--silent', '--pack-destination', project], { cwd: root });
    const tarball = readdirSync(project).find((name) => name.endsWith('.tgz')) ?? 'none';
    mkdirSync(installed, { recursive: true });
    execFileSync('tar', ['-xzf', join(project, tarball), '--strip-components=1', '-C', installed]);
  });
  after(() => {
    rmSync(project, { recursive: true });
  });
  return { project, installed };
}
