// totalKernel: total of before.ts as a WebAssembly module of 598 bytes, made by Speedlens. The source is total itself,
// which also does what the kernel cannot. When total changes, make this file anew:
//   speedlens bench before.ts#total --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEANgAX8Bf2ADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRlAAEF' +
  'cmVzZXQAAgqBBAOAAwkBfwF8AX8CfAJ/AXwDfwF8BX8gAEEAaiEBAkACQCABtyECIAIgAp2hRAAAAAAAAAAAYUUNACABQQBORQ0A' +
  'IAFBgICAwABMRQ0ADAELAAsgAEEAaiEDAkACQCADtyEEIAQgBJ2hRAAAAAAAAAAAYUUNACADQQBORQ0AIANBgICAwABMRQ0ADAEL' +
  'AAsgAbcgA7eiIQUgBSII/AMiCbggCGIEQAALIAkhByAHQQNBARABIQZEAAAAAAAA8D8hDCAGIgogB0EDdGohCwJAA0AgCiALTw0B' +
  'IAogDDkDACAKQQhqIQoMAAsLQQAhDQJAIA0gAEhFDQADQAJAQQAhDgJAIA4gAEhFDQADQAJAIA0iDyABTwRAAAsgDiIQIANPBEAA' +
  'CyAPIANsIBBqIREgESAHTwRAAAsgBiARQQN0aiANtyAOt6I5AwALIA5BAWohDiAOIABIDQALCwsgDUEBaiENIA0gAEgNAAsLIAZB' +
  'CGsgATYCACAGQQRrIAM2AgAgBg8AC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsgBD8A' +
  'QRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLBgBBCCQACw==';

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
