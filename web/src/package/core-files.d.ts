/** The core's bytes, compressed by brotli, which the build puts into the bundle for Node.js. */
declare module 'broadside-core-bytes' {
  const compressed: Uint8Array;
  export default compressed;
}

/** The core's file, which Workers import as a compiled module. */
declare module 'broadside-core-module' {
  const module: WebAssembly.Module;
  export default module;
}
