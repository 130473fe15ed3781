// countBitsKernel: countBits of before.ts as a WebAssembly module of 357 bytes, made by Speedlens. The source is countBits itself,
// which also does what the kernel cannot. When countBits changes, make this file anew:
//   speedlens bench before.ts#countBits --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEQNgAn9/AXxgA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0ZQAB' +
  'BXJlc2V0AAIKjwIDjgECAXwFf0QAAAAAAAAAACECIAAhAyABIQRBACEFAkAgBSAESEUNACAEQQFrIARIBEAFAAsDQAJAIAMgBUEC' +
  'dGooAgAhBiAGIQcCQCAHQQBHRQ0AA0ACQCAHIAdBAWtxIQcgAkQAAAAAAADwP6AhAgsgB0EARw0ACwsLIAVBAWohBSAFIARIDQAL' +
  'CyACDwALdgECfyAAQYCAgMAASwRAAAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRBgICAgARLBEAACyAEPwBBEHRLBEAgBD8AQRB0a0H/' +
  '/wNqQRB2QABBf0YEQAALCyAEJAAgA0EIayAANgIAIAIEQCADQQAgACABdPwLAAsgAwsGAEEIJAAL';

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
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
