/** The codes of errors that the loader finds. docs/embedding.md says what each of them means. */
export const loaderErrorCodes = [
  'attribute',
  'fallback',
  'browser',
  'network',
  'http',
  'timeout',
  'too-large',
  'article',
  'view',
  'signature',
  'outdated',
  'unverifiable',
  'host-origin',
  'core',
  'webassembly',
  'script',
  'messages',
  'replies',
] as const;

/** The codes by which the core names a mistake in the article's data. */
export const coreErrorCodes = [
  'malformed',
  'missing',
  'no-translations',
  'out-of-range',
  'placeholder-missing',
  'too-large',
  'too-long',
  'too-many-translations',
  'unknown-category',
  'unknown-request',
  'unknown-version',
  'unsafe-address',
  'wrong-length',
  'wrong-type',
] as const;

export type ErrorCode = (typeof loaderErrorCodes)[number] | (typeof coreErrorCodes)[number];
