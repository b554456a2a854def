// The example's pages are written with fixed addresses, so that they can be read and copied as they are. This module replaces
// them by the real addresses of the demonstration.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loader, type Addresses } from './command.ts';

const placeholders: ReadonlyMap<string, keyof Addresses> = new Map([
  ['http://localhost:8080', 'host'],
  ['http://localhost:8081', 'publisher'],
  ['http://localhost:8082', 'replies'],
]);

/** Sets `nonce` on the script elements, for a content security policy that requires one. */
export async function hostPage(addresses: Addresses, nonce?: string): Promise<(html: string) => string> {
  const { folder, integrity } = await readLoader();
  const script = nonce === undefined ? '<script ' : `<script nonce="${nonce}" `;
  const real = (text: string) => {
    const whose = placeholders.get(text);
    return whose ? addresses[whose] : text;
  };
  return (html) =>
    html
      .replace(/http:\/\/localhost:\d+/g, real)
      .replaceAll('/broadside/0.1.0-…/', `/broadside/${folder}/`)
      .replaceAll('sha384-…', integrity)
      .replaceAll('<script ', script);
}

async function readLoader(): Promise<{ folder: string; integrity: string }> {
  const text = await readFile(join(loader, 'manifest.json'), 'utf8');
  const { folder, files } = JSON.parse(text) as { folder: string; files: Record<string, string> };
  const integrity = files['broadside.js'];
  if (integrity === undefined) throw new Error('web/dist/manifest.json does not name broadside.js.');
  return { folder, integrity };
}
