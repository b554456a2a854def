// There are two copies of md4w, made by bundle.ts, because each copy holds only one WebAssembly module.
declare module 'md4w-small' {
  export function initWasm(module: WebAssembly.Module): void;
  export function mdToHtml(markdown: string): string;
}
declare module 'md4w-fast' {
  export * from 'md4w-small';
}
