import type { Policy } from '../state/options.ts';

const pictures = "img-src 'self' blob: https:";
const sameFor = `default-src 'none'; style-src 'self'; connect-src 'self'; ${pictures}; frame-src https:`;

/**
 * Returns the Content-Security-Policy of the host's page; undefined for a page without one. The last one allows scripts by their
 * hashes, which the elements state, so that neither form of the core can run.
 */
export function policyText(policy: Policy, hashes: readonly string[]): string | undefined {
  const strict = `${sameFor}; script-src 'self' 'wasm-unsafe-eval'`;
  const policies: Record<Policy, string | undefined> = {
    none: undefined,
    strict,
    'trusted-types': `${strict}; require-trusted-types-for 'script'; trusted-types 'none'`,
    'no-wasm': `${sameFor}; script-src 'self'`,
    'no-core': `${sameFor}; script-src ${hashes.map((hash) => `'${hash}'`).join(' ')}`,
  };
  return policies[policy];
}
