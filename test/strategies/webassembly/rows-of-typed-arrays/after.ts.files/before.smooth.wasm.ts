// smoothKernel: smooth of before.ts as a WebAssembly module of 569 bytes, made by Speedlens. The source is smooth itself,
// which also does what the kernel cannot. When smooth changes, take away this file and what before.ts says of smoothKernel, and make them anew:
//   speedlens bench before.ts#smooth --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABFANgBX9/f39/AXxgA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0' +
  'ZQABBXJlc2V0AAIK4AMD3wIEAXwHfwF8An9EAAAAAAAAAAAhBUEAIQYCQCAGIARIRQ0AA0ACQEEAIQcCQCAHIAJIRQ0AA0ACQEEB' +
  'IQgCQCAIIAchCQJAAkAgCRpBAUUNACAJQQBORQ0AIAkgAkhFDQAMAQsACyADSEUNACAHIgwgAk8EQAALIAMhCyAAIAwgC2xBAnRq' +
  'IQoDQAJAIAggC08EQAALIAogCEECdGoqAgC7IQ0gCCEOIA4gC08EQAALIAogDkECdGogDSAIQQFrIQ8gDyALTwRAAAsgCiAPQQJ0' +
  'aioCALugRAAAAAAAAOA/orY4AgAgBSAIIAtPBEAACyAKIAhBAnRqKgIAuyANoZmgIQULIAhBAWohCCAIIAchCQJAAkAgCRpBAUUN' +
  'ACAJQQBORQ0AIAkgAkhFDQAMAQsACyADSA0ACwsLIAdBAWohByAHIAJIDQALCwsgBkEBaiEGIAYgBEgNAAsLIAUPAAt2AQJ/IABB' +
  'gICAwABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRA' +
  'AAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(image: number, imageLength: number, imageRows: number, imageColumns: number, rounds: number): number;
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
export function smoothKernel(image: Float32Array[], rounds: number): number | undefined {
  if (kernel === undefined || !Array.isArray(image) || !isInteger(rounds)) return undefined;
  if (new Set(image.map((row) => row?.buffer)).size !== image.length) return undefined;
  try {
    kernel.reset();
    const imageColumns = image[0]?.length ?? 0;
    const imageAddress = kernel.allocate(image.length * imageColumns, 2, 0);
    const imageView = new Float32Array(kernel.memory.buffer, imageAddress, image.length * imageColumns);
    for (let i = 0; i < image.length; i++) {
      const row: unknown = image[i];
      if (!(row instanceof Float32Array) || row.length !== imageColumns) return undefined;
      imageView.set(row, i * imageColumns);
    }
    const result = kernel.run(imageAddress, image.length * imageColumns, image.length, imageColumns, rounds);
    const imageAfter = new Float32Array(kernel.memory.buffer, imageAddress, image.length * imageColumns);
    image.forEach((row, i) => {
      row.set(imageAfter.subarray(i * imageColumns, (i + 1) * imageColumns));
    });
    return result;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
