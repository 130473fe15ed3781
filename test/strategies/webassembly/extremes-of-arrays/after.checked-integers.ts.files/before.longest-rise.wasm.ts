// longestRiseKernel: longestRise of before.ts as a WebAssembly module of 753 bytes, made by Speedlens. The source is longestRise itself,
// which also does what the kernel cannot. When longestRise changes, take away this file and what before.ts says of longestRiseKernel, and make them anew:
//   speedlens bench before.ts#longestRise --strategies webassembly/checked-integers --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEQNgAn9/AXxgA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0ZQAB' +
  'BXJlc2V0AAIKmwUDmgQJCH8BfAF/AXwCfwF8A38BfAF/IwAhAiABIQNBASEEIAMhBiAGQQJBARABIQUgBCEHIAUiCCAGQQJ0aiEJ' +
  'AkADQCAIIAlPDQEgCCAHNgIAIAhBBGohCAwACwsgAUGAgAFMBEAFAAtEAAAAAAAA8H8hCkEAIQsCQCALIAFIRQ0AA0ACQCAKIAAg' +
  'C0EDdGorAwCkIQoLIAtBAWohCyALIAFIDQALCyAKIQwgDEQAAAAAAADwv2EEQCABtyACJAAPC0EBIQ0CQCANIAFIRQ0AA0ACQEEA' +
  'IQ4CQCAOIA1IRQ0AIAAgDUEDdGorAwAhDwJAAkAgDRpBAUUNACANQQFrIAFIRQ0ADAELAAsDQAJAIAAgDkEDdGorAwAgD2MEQCAN' +
  'IAZPBEAACyAFIA1BAnRqIA0gBk8EQAALIAUgDUECdGooAgAhECAOIAZPBEAACyAFIA5BAnRqKAIAQQFqIREgECARIBAgEUobIhJB' +
  'gJTr3ANqQYCo1rkHSwRAAAsgEjYCAAsLIA5BAWohDiAOIA1IDQALCwsgDUEBaiENIA0gAUgNAAsLIAxEAAAAAAAAAABkBEAgBkGA' +
  'gAFMBEAFAAtEAAAAAAAA8P8hE0EAIRQCQCAUIAZIRQ0AA0ACQCATIAUgFEECdGooAgC3pSETCyAUQQFqIRQgFCAGSA0ACwsgEyAC' +
  'JAAPC0QAAAAAAADwPyAMoyACJAAPIAIkAAALdgECfyAAQYCAgMAASwRAAAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRBgICAgARLBEAA' +
  'CyAEPwBBEHRLBEAgBD8AQRB0a0H//wNqQRB2QABBf0YEQAALCyAEJAAgA0EIayAANgIAIAIEQCADQQAgACABdPwLAAsgAwsGAEEI' +
  'JAAL';

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
