// pascalKernel: pascal of before.ts as a WebAssembly module of 935 bytes, made by Speedlens. The source is pascal itself,
// which also does what the kernel cannot. When pascal changes, take away this file and what before.ts says of pascalKernel, and make them anew:
//   speedlens bench before.ts#pascal --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEQNgAn9/AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0ZQAB' +
  'BXJlc2V0AAIK0QYD0AUFCX8BfAx/AnwBf0EAIQNBACEEQQAhBUEAIQYCQCAGIABIRQ0AA0ACQCADtyAEtyAFt6JhBEAFAAsgBEGA' +
  'gIDAAEgEQAUACyAEQQFqIQQgACAGQQFqIAEbIQdBACEIAkAgCCAHSEUNAANAAkACQAJAAkAgCEEARg0AIAZBAEZFDQELIAYhCUEB' +
  'IQoCQAJAIAlBAE5FDQAgCSAEQQFrRkUNAAwBCwALIAO3IAS3IAW3omEEQCAEQQFGBEAFAAsgBUGAgIDAAEgEQAUACyAFQQFqIQUL' +
  'IAq3IQsgAyAMRgRAIAxBAXRBEGohDCACIQ0gDEEDQQAQASICIA0gA0EDdPwKAAALIAIgA0EDdGogCzkDACADQQFqIQMMAQsgBiEO' +
  'IAZBAWshECAQIARPBEAACyAIQQFrIREgESAFTwRAAAsgECAFbCARaiISIANPBEAACyASIQ8gAiAPQQN0aisDACAIIAZBAWshEwJA' +
  'AkAgExpBAUUNACATQQBORQ0AIBMgBEhFDQAMAQsACyADtyAEtyAFt6JhBEAFAAsgBUgEfCAGQQFrIRUgFSAETwRAAAsgCCEWIBYg' +
  'BU8EQAALIBUgBWwgFmoiFyADTwRAAAsgFyEUIAIgFEEDdGorAwAFRAAAAAAAAAAAC6AhGAJAAkAgDkEATkUNACAOIARBAWtGRQ0A' +
  'DAELAAsgA7cgBLcgBbeiYQRAIARBAUYEQAUACyAFQYCAgMAASARABQALIAVBAWohBQsgGCEZIAMgDEYEQCAMQQF0QRBqIQwgAiEa' +
  'IAxBA0EAEAEiAiAaIANBA3T8CgAACyACIANBA3RqIBk5AwAgA0EBaiEDCwsgCEEBaiEIIAggB0gNAAsLCyAGQQFqIQYgBiAASA0A' +
  'CwsgA7cgBLcgBbeiYQRABQALIAJFBEBBAEEAQQAQASECCyACQQhrIAQ2AgAgAkEEayAFNgIAIAIPAAt2AQJ/IABBgICAwABLBEAA' +
  'CyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACAD' +
  'QQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(n: number, isSquare: boolean): number;
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
export function pascalKernel(n: number, isSquare: boolean): number[][] | undefined {
  if (kernel === undefined || !isInteger(n) || typeof isSquare !== 'boolean') return undefined;
  try {
    kernel.reset();
    const result = kernel.run(n, isSquare);
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
