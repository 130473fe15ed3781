// longestRiseKernel: longestRise of before.ts as a WebAssembly module of 725 bytes, made by Speedlens. The source is longestRise itself,
// which also does what the kernel cannot. When longestRise changes, take away this file and what before.ts says of longestRiseKernel, and make them anew:
//   speedlens bench before.ts#longestRise --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEQNgAn9/AXxgA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0ZQAB' +
  'BXJlc2V0AAIK/wQD/gMJBX8BfAJ/AXwBfwF8An8CfAF/IwAhAiABIQNBASEEIAMhBiAGQQNBARABIQUgBLchByAFIgggBkEDdGoh' +
  'CQJAA0AgCCAJTw0BIAggBzkDACAIQQhqIQgMAAsLIAFBgIABTARABQALRAAAAAAAAPB/IQpBACELAkAgCyABSEUNAANAAkAgCiAA' +
  'IAtBA3RqKwMApCEKCyALQQFqIQsgCyABSA0ACwsgCiEMIAxEAAAAAAAA8L9hBEAgAbcgAiQADwtBASENAkAgDSABSEUNAANAAkBB' +
  'ACEOAkAgDiANSEUNACAAIA1BA3RqKwMAIQ8CQAJAIA0aQQFFDQAgDUEBayABSEUNAAwBCwALA0ACQCAAIA5BA3RqKwMAIA9jBEAg' +
  'DSAGTwRAAAsgBSANQQN0aiANIAZPBEAACyAFIA1BA3RqKwMAIA4gBk8EQAALIAUgDkEDdGorAwBEAAAAAAAA8D+gpTkDAAsLIA5B' +
  'AWohDiAOIA1IDQALCwsgDUEBaiENIA0gAUgNAAsLIAxEAAAAAAAAAABkBEAgBkGAgAFMBEAFAAtEAAAAAAAA8P8hEEEAIRECQCAR' +
  'IAZIRQ0AA0ACQCAQIAUgEUEDdGorAwClIRALIBFBAWohESARIAZIDQALCyAQIAIkAA8LRAAAAAAAAPA/IAyjIAIkAA8gAiQAAAt2' +
  'AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZA' +
  'AEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(numbers: number, numbersLength: number): number;
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
export function longestRiseKernel(numbers: readonly number[]): number | undefined {
  if (kernel === undefined || !Array.isArray(numbers)) return undefined;
  try {
    kernel.reset();
    const numbersAddress = kernel.allocate(numbers.length, 3, 0);
    const numbersView = new Float64Array(kernel.memory.buffer, numbersAddress, numbers.length);
    for (let index = 0; index < numbers.length; index++) {
      const value: unknown = numbers[index];
      if (typeof value !== 'number') return undefined;
      numbersView[index] = value;
    }
    return kernel.run(numbersAddress, numbers.length);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
