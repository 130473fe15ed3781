// decayKernel: decay of before.ts as a WebAssembly module of 1061 bytes, made by Speedlens. The source is decay itself,
// which also does what the kernel cannot. When decay changes, take away this file and what before.ts says of decayKernel, and make them anew:
//   speedlens bench before.ts#decay --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABGQRgBX9/f39/AXxgAXwBf2ADf39/AX9gAAADBQQAAQIDBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhh' +
  'bGxvY2F0ZQACBXJlc2V0AAMKxgcEjwYCAXwHf0QAAAAAAAAAACEFQQAhBgJAIAYgBEhFDQADQAJAQQEhBwJAIAcgAUhFDQAgAUEB' +
  'ayADSARABQALIAdBAWshCCAIIAFPBEAACyAAIAhBAnRqKAIAIQkgByABQQdrSARAIAchCiAAIApBAnRqIQogByELIAIgC0EDdGoh' +
  'CwNAAkAgCSEMIAogDLdEAAAAAAAA6D+iIAsrAwBEAAAAwAta5kGioBABIgk2AgAgBSAKKAIAt6AhBQsgB0EBaiEHAkAgCSEMIAog' +
  'DLdEAAAAAAAA6D+iIAsrAwhEAAAAwAta5kGioBABIgk2AgQgBSAKKAIEt6AhBQsgB0EBaiEHAkAgCSEMIAogDLdEAAAAAAAA6D+i' +
  'IAsrAxBEAAAAwAta5kGioBABIgk2AgggBSAKKAIIt6AhBQsgB0EBaiEHAkAgCSEMIAogDLdEAAAAAAAA6D+iIAsrAxhEAAAAwAta' +
  '5kGioBABIgk2AgwgBSAKKAIMt6AhBQsgB0EBaiEHAkAgCSEMIAogDLdEAAAAAAAA6D+iIAsrAyBEAAAAwAta5kGioBABIgk2AhAg' +
  'BSAKKAIQt6AhBQsgB0EBaiEHAkAgCSEMIAogDLdEAAAAAAAA6D+iIAsrAyhEAAAAwAta5kGioBABIgk2AhQgBSAKKAIUt6AhBQsg' +
  'B0EBaiEHAkAgCSEMIAogDLdEAAAAAAAA6D+iIAsrAzBEAAAAwAta5kGioBABIgk2AhggBSAKKAIYt6AhBQsgB0EBaiEHAkAgCSEM' +
  'IAogDLdEAAAAAAAA6D+iIAsrAzhEAAAAwAta5kGioBABIgk2AhwgBSAKKAIct6AhBQsgB0EBaiEHIApBIGohCiALQcAAaiELIAcg' +
  'AUEHa0gNAAsLIAcgAUhFDQADQAJAIAkhDCAAIAdBAnRqIAy3RAAAAAAAAOg/oiACIAdBA3RqKwMARAAAAMALWuZBoqAQASIJNgIA' +
  'IAUgACAHQQJ0aigCALegIQULIAdBAWohByAHIAFIDQALCwsgBkEBaiEGIAYgBEgNAAsLIAUPAAs1ACAAmUQAAAAAAADgQ2MEfyAA' +
  '/AanBSAAIABEAAAAAAAA8EGjnUQAAAAAAADwQaKh/AanCwt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGA' +
  'gICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsA' +
  'CyADCwYAQQgkAAs=';

interface Kernel {
  run(numbers: number, numbersLength: number, values: number, valuesLength: number, rounds: number): number;
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
export function decayKernel(numbers: Int32Array, values: readonly number[], rounds: number): number | undefined {
  if (kernel === undefined || !(numbers instanceof Int32Array) || !Array.isArray(values) || !isInteger(rounds)) return undefined;
  try {
    kernel.reset();
    const numbersAddress = kernel.allocate(numbers.length, 2, 0);
    const numbersView = new Int32Array(kernel.memory.buffer, numbersAddress, numbers.length);
    numbersView.set(numbers);
    const valuesAddress = kernel.allocate(values.length, 3, 0);
    const valuesView = new Float64Array(kernel.memory.buffer, valuesAddress, values.length);
    for (let index = 0; index < values.length; index++) {
      const value: unknown = values[index];
      if (typeof value !== 'number') return undefined;
      valuesView[index] = value;
    }
    const result = kernel.run(numbersAddress, numbers.length, valuesAddress, values.length, rounds);
    numbers.set(new Int32Array(kernel.memory.buffer, numbersAddress, numbers.length));
    return result;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
