// The end of the module that wasm2js makes of the core's WebAssembly, whose imports and exports it has. Its
// `unreachable`, with which a failed assertion ends, is a call of `abort`.
export default (imports) => {
  const [functions] = Object.values(imports);
  const abort = () => {
    throw new Error('unreachable');
  };
  return { exports: instantiate({ ...functions, abort }) };
};
