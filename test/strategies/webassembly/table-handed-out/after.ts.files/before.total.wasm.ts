// totalKernel: total of before.ts as a WebAssembly module of 990 bytes, made by Speedlens. The source is total itself,
// which also does what the kernel cannot. When total changes, take away this file and what before.ts says of totalKernel, and make them anew:
//   speedlens bench before.ts#total --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABEANgAX8Bf2ADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRlAAEF' +
  'cmVzZXQAAgqJBwOIBgsCfwF8An8BfAF/AXwJfwJ7A38CewJ/IABBAGohAQJAAkAgARpBAUUNACABQQBORQ0AIAFBgICAwABMRQ0A' +
  'DAELAAsgAEEAaiECAkACQCACGkEBRQ0AIAJBAE5FDQAgAkGAgIDAAExFDQAMAQsACyABtyACt6IhAyADIgb8AyIHuCAGYgRAAAsg' +
  'ByEFIAVBA0EBEAEhBEQAAAAAAADwPyEIIAQiCSAFQQN0aiEKAkADQCAJIApPDQEgCSAIOQMAIAlBCGohCQwACwtBACELAkAgCyAA' +
  'SEUNAANAAkBBACEMAkAgDCAASEUNACALIg8gAU8EQAALIAIhDiAEIA8gDmxBA3RqIQ0CQAJAIAAaQQFFDQAgAEEBayACSEUNAAwB' +
  'CwALIA5BB2siEEEAIBBBAEobIRACQANAIAxBB2ogAE4NASAMIREgC7f9FCESIAy3/RREAAAAAAAAAAD9FEQAAAAAAADwP/0iAf3w' +
  'ASETIAwhFCANIBRBA3RqIRUgFSASIBP98gH9CwMAIBUgEiATRAAAAAAAAABA/RT98AH98gH9CwMQIBUgEiATRAAAAAAAABBA/RT9' +
  '8AH98gH9CwMgIBUgEiATRAAAAAAAABhA/RT98AH98gH9CwMwAkALIAxBAWohDAJACyAMQQFqIQwCQAsgDEEBaiEMAkALIAxBAWoh' +
  'DAJACyAMQQFqIQwCQAsgDEEBaiEMAkALIAxBAWohDAJACyAMQQFqIQwMAAsLIA5BAWsiFkEAIBZBAEobIRYCQANAIAxBAWogAE4N' +
  'ASAMIREgC7f9FCEXIAy3/RREAAAAAAAAAAD9FEQAAAAAAADwP/0iAf3wASEYIAwhGSANIBlBA3RqIRogGiAXIBj98gH9CwMAAkAL' +
  'IAxBAWohDAJACyAMQQFqIQwMAAsLIAwgAEhFDQADQAJAIAwhESANIBFBA3RqIAu3IAy3ojkDAAsgDEEBaiEMIAwgAEgNAAsLCyAL' +
  'QQFqIQsgCyAASA0ACwsgBEEIayABNgIAIARBBGsgAjYCACAEDwALdgECfyAAQYCAgMAASwRAAAsjAEEIaiIDIAAgAXRqQQdqQXhx' +
  'IgRBgICAgARLBEAACyAEPwBBEHRLBEAgBD8AQRB0a0H//wNqQRB2QABBf0YEQAALCyAEJAAgA0EIayAANgIAIAIEQCADQQAgACAB' +
  'dPwLAAsgAwsGAEEIJAAL';

interface Kernel {
  run(n: number): number;
  readonly memory: { readonly buffer: ArrayBuffer };
  reset(): void;
  /** The address of a new array: its length, the logarithm of the size of an element, whether it has to be cleared. */
  allocate(length: number, shift: number, clear: number): number;
}

const kernel = load();

function load(): Kernel | undefined {
  try {
    const module = new WebAssembly.Module(Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)));
    const instance = new WebAssembly.Instance(module, {});
    return instance.exports as unknown as Kernel;
  } catch {
    // WebAssembly is not allowed here, by a content security policy for example: the original does the work.
    return undefined;
  }
}

/** An integer of at most a billion in size, and not -0: the kernel counts in 32 bits. */
function isInteger(value: unknown): value is number {
  return typeof value === 'number' && Object.is(value | 0, value) && value >= -1e9 && value <= 1e9;
}

/** The result, or undefined when the original has to compute it; nothing has been changed then. */
export function totalKernel(n: number): number[][] | undefined {
  if (kernel === undefined || !isInteger(n)) return undefined;
  try {
    kernel.reset();
    const result = kernel.run(n);
    const [rows, columns] = new Uint32Array(kernel.memory.buffer, result - 8, 2) as unknown as [number, number];
    const view = new Float64Array(kernel.memory.buffer, result, rows * columns);
    const table = new Array<number[]>(rows);
    for (let i = 0; i < rows; i++) {
      const row = new Array<number>(columns);
      for (let j = 0; j < columns; j++) row[j] = view[i * columns + j] as number;
      table[i] = row;
    }
    return table;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
