// Two copies of md4w, since one holds one WebAssembly module; bundle.ts makes them.
declare module 'md4w-small' {
  export function initWasm(module: WebAssembly.Module): void;
  export function mdToHtml(markdown: string): string;
}
declare module 'md4w-fast' {
  export * from 'md4w-small';
}
