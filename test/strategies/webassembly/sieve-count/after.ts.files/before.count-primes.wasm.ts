// countPrimesKernel: countPrimes of before.ts as a WebAssembly module of 473 bytes, made by Speedlens. The source is countPrimes itself,
// which also does what the kernel cannot. When countPrimes changes, take away this file and what before.ts says of countPrimesKernel, and make them anew:
//   speedlens bench before.ts#countPrimes --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEANgAX8BfGADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRlAAEF' +
  'cmVzZXQAAgqEAwODAgUEfwF8AX8BfAF/IwAhASAAQQFqIQIgAiEEIARBAEEBEAEhA0QAAAAAAAAAACEFQQIhBgJAIAYgAExFDQAg' +
  'ACAESARABQALA0ACQCADIAZqLQAABEAMAQsgBUQAAAAAAADwP6AhBSAGtyAGt6IhByAHIAC3ZQRAIAf8AiEIAkAgCCAATEUNAAJA' +
  'AkAgCBpBAUUNACAGGkEBRQ0AIAZBAEpFDQAgCKwgACAIa7cgBrejnPwCrCAGrH58IASsU0UNAAwBCwALA0ACQCADIAhqQQE6AAAL' +
  'IAggBmohCCAIIABMDQALCwsLIAZBAWohBiAGIABMDQALCyAFIAEkAA8gASQAAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACAB' +
  'dGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRA' +
  'IANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(limit: number): number;
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
export function countPrimesKernel(limit: number): number | undefined {
  if (kernel === undefined || !isInteger(limit)) return undefined;
  try {
    kernel.reset();
    return kernel.run(limit);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
