// countBitsKernel: countBits of before.ts as a WebAssembly module of 344 bytes, made by Speedlens. The source is countBits itself,
// which also does what the kernel cannot. When countBits changes, take away this file and what before.ts says of countBitsKernel, and make them anew:
//   speedlens bench before.ts#countBits --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEQNgAn9/AXxgA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0ZQAB' +
  'BXJlc2V0AAIKggIDgQECAXwFf0QAAAAAAAAAACECIAAhAyABIQRBACEFAkAgBSAESEUNAANAAkAgAyAFQQJ0aigCACEGIAYhBwJA' +
  'IAdBAEdFDQADQAJAIAcgB0EBa3EhByACRAAAAAAAAPA/oCECCyAHQQBHDQALCwsgBUEBaiEFIAUgBEgNAAsLIAIPAAt2AQJ/IABB' +
  'gICAwABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRA' +
  'AAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(words: number, wordsLength: number): number;
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

/** The result, or undefined when the original has to compute it; nothing has been changed then. */
export function countBitsKernel(words: Uint32Array): number | undefined {
  if (kernel === undefined || !(words instanceof Uint32Array)) return undefined;
  try {
    kernel.reset();
    const wordsAddress = kernel.allocate(words.length, 2, 0);
    const wordsView = new Uint32Array(kernel.memory.buffer, wordsAddress, words.length);
    wordsView.set(words);
    return kernel.run(wordsAddress, words.length);
  } catch {
    // Too little memory or stack.
    return undefined;
  }
}
