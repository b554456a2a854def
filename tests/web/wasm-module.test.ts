import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readWasmModule } from '../../scripts/size/wasm_module.ts';

const header = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const imports = [0x02, 0x07, 0x01, 0x01, 0x61, 0x01, 0x62, 0x00, 0x00]; // the function b of the module a
const code = [0x0a, 0x07, 0x02, 0x02, 0x00, 0x0b, 0x02, 0x00, 0x0b]; // two functions without a body
const data = [0x0b, 0x09, 0x01, 0x00, 0x41, 0x80, 0x08, 0x0b, 0x02, 0x68, 0x69]; // "hi" at 1024

suite('The parts of a WebAssembly module', () => {
  test('are its imports, the bytes of each function and those of its data', () => {
    const module = readWasmModule(Uint8Array.from([...header, ...imports, ...code, ...data]));
    assert.deepEqual(module, { imports: 1, functions: [2, 2], data: 2 });
  });

  test('are not read from a file that is something else, or is cut off', () => {
    assert.throws(
      () => readWasmModule(Uint8Array.from([0x3c, 0x68, 0x74, 0x6d, 0x6c, 0x3e, 0, 0, 0])),
      /not a WebAssembly module/,
    );
    assert.throws(() => readWasmModule(Uint8Array.from([...header, ...code.slice(0, -1)])), /ends too early/);
  });

  test('are not read if an import is not a function, or if a segment has no constant address', () => {
    const memory = imports.with(7, 0x02);
    assert.throws(() => readWasmModule(Uint8Array.from([...header, ...memory])), /not a function \(kind 2\)/);
    const passive = data.with(3, 0x01);
    assert.throws(() => readWasmModule(Uint8Array.from([...header, ...passive])), /constant address/);
  });
});
