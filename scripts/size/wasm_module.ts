/** The parts of a WebAssembly module that make up most of its size (WebAssembly core specification, 5.5). */
export interface WasmModule {
  /** The number of imported functions, which have the first indices. */
  readonly imports: number;
  /** The bytes of code of each function that is not imported, in the order of their indices. */
  readonly functions: readonly number[];
  /** The bytes of all data segments together. */
  readonly data: number;
}

const sections = { import: 2, code: 10, data: 11 };
const importedFunction = 0;
const activeSegmentOfMemory0 = 0;
const i32Const = 0x41;

/** Reads a module. Throws if the bytes are not a module, or have a kind of import or segment that Emscripten does not make for us. */
export function readWasmModule(bytes: Uint8Array): WasmModule {
  if (bytes.length < 8 || bytes.subarray(0, 4).join() !== '0,97,115,109')
    throw new Error('This is not a WebAssembly module.');
  let imports = 0;
  let functions: number[] = [];
  let data = 0;
  const reader = new Reader(bytes.subarray(8));
  while (!reader.atEnd) {
    const id = reader.byte();
    const section = new Reader(reader.bytes(reader.unsigned()));
    if (id === sections.import) imports = section.list(() => readImport(section)).length;
    if (id === sections.code) functions = section.list(() => section.bytes(section.unsigned()).length);
    if (id === sections.data) data = section.list(() => readSegment(section)).reduce((sum, length) => sum + length, 0);
  }
  return { imports, functions, data };
}

/** Returns the index of the function's type. */
function readImport(section: Reader): number {
  section.bytes(section.unsigned());
  section.bytes(section.unsigned());
  const kind = section.byte();
  if (kind !== importedFunction)
    throw new Error(`The module imports something that is not a function (kind ${String(kind)}).`);
  return section.unsigned();
}

/** Returns the length of a segment's bytes. */
function readSegment(section: Reader): number {
  const kind = section.unsigned();
  if (kind !== activeSegmentOfMemory0 || section.byte() !== i32Const)
    throw new Error('A data segment does not have a constant address in memory 0.');
  section.unsigned();
  section.byte();
  return section.bytes(section.unsigned()).length;
}

class Reader {
  readonly #bytes: Uint8Array;
  #position = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#position === this.#bytes.length;
  }

  byte(): number {
    const byte = this.#bytes[this.#position++];
    if (byte === undefined) throw new Error('The module ends too early.');
    return byte;
  }

  /** Reads an integer in LEB128. */
  unsigned(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte % 128) * scale;
      if (byte < 128) return value;
    }
  }

  bytes(length: number): Uint8Array {
    const start = this.#position;
    this.#position += length;
    if (this.#position > this.#bytes.length) throw new Error('The module ends too early.');
    return this.#bytes.subarray(start, this.#position);
  }

  list<Item>(item: () => Item): Item[] {
    return Array.from({ length: this.unsigned() }, item);
  }
}
