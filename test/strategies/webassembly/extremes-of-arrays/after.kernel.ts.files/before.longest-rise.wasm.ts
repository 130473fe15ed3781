// longestRiseKernel: longestRise of before.ts as a WebAssembly module of 1931 bytes, made by Speedlens. The source is longestRise itself,
// which also does what the kernel cannot. When longestRise changes, take away this file and what before.ts says of longestRiseKernel, and make them anew:
//   speedlens bench before.ts#longestRise --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEQNgAn9/AXxgA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0ZQAB' +
  'BXJlc2V0AAIKtQ4DtA0LBX8BfAJ/AXwCfwF8An8BfAF/AXwCfyMAIQIgASEDQQEhBCADIQYgBkEDQQEQASEFIAS3IQcgBSIIIAZB' +
  'A3RqIQkCQANAIAggCU8NASAIIAc5AwAgCEEIaiEIDAALCyABQYCAAUwEQAUAC0QAAAAAAADwfyEKQQAhCwJAIAsgAUEHa0gEQCAL' +
  'IQwgACAMQQN0aiEMA0ACQCAKIAwrAwCkIQoLIAtBAWohCwJAIAogDCsDCKQhCgsgC0EBaiELAkAgCiAMKwMQpCEKCyALQQFqIQsC' +
  'QCAKIAwrAxikIQoLIAtBAWohCwJAIAogDCsDIKQhCgsgC0EBaiELAkAgCiAMKwMopCEKCyALQQFqIQsCQCAKIAwrAzCkIQoLIAtB' +
  'AWohCwJAIAogDCsDOKQhCgsgC0EBaiELIAxBwABqIQwgCyABQQdrSA0ACwsgCyABSEUNAANAAkAgCiAAIAtBA3RqKwMApCEKCyAL' +
  'QQFqIQsgCyABSA0ACwsgCiENIA1EAAAAAAAA8L9hBEAgAbcgAiQADwtBASEOAkAgDiABSEUNAANAAkBBACEPAkAgDyAOSEUNACAA' +
  'IA5BA3RqKwMAIRACQAJAIA4aQQFFDQAgDkEBayABSEUNAAwBCwALIA8gDkEHa0gEQCAPIREgACARQQN0aiERA0ACQCARKwMAIBBj' +
  'BEAgDiAGTwRAAAsgBSAOQQN0aiAOIAZPBEAACyAFIA5BA3RqKwMAIA8gBk8EQAALIAUgD0EDdGorAwBEAAAAAAAA8D+gpTkDAAsL' +
  'IA9BAWohDwJAIBErAwggEGMEQCAOIAZPBEAACyAFIA5BA3RqIA4gBk8EQAALIAUgDkEDdGorAwAgDyAGTwRAAAsgBSAPQQN0aisD' +
  'AEQAAAAAAADwP6ClOQMACwsgD0EBaiEPAkAgESsDECAQYwRAIA4gBk8EQAALIAUgDkEDdGogDiAGTwRAAAsgBSAOQQN0aisDACAP' +
  'IAZPBEAACyAFIA9BA3RqKwMARAAAAAAAAPA/oKU5AwALCyAPQQFqIQ8CQCARKwMYIBBjBEAgDiAGTwRAAAsgBSAOQQN0aiAOIAZP' +
  'BEAACyAFIA5BA3RqKwMAIA8gBk8EQAALIAUgD0EDdGorAwBEAAAAAAAA8D+gpTkDAAsLIA9BAWohDwJAIBErAyAgEGMEQCAOIAZP' +
  'BEAACyAFIA5BA3RqIA4gBk8EQAALIAUgDkEDdGorAwAgDyAGTwRAAAsgBSAPQQN0aisDAEQAAAAAAADwP6ClOQMACwsgD0EBaiEP' +
  'AkAgESsDKCAQYwRAIA4gBk8EQAALIAUgDkEDdGogDiAGTwRAAAsgBSAOQQN0aisDACAPIAZPBEAACyAFIA9BA3RqKwMARAAAAAAA' +
  'APA/oKU5AwALCyAPQQFqIQ8CQCARKwMwIBBjBEAgDiAGTwRAAAsgBSAOQQN0aiAOIAZPBEAACyAFIA5BA3RqKwMAIA8gBk8EQAAL' +
  'IAUgD0EDdGorAwBEAAAAAAAA8D+gpTkDAAsLIA9BAWohDwJAIBErAzggEGMEQCAOIAZPBEAACyAFIA5BA3RqIA4gBk8EQAALIAUg' +
  'DkEDdGorAwAgDyAGTwRAAAsgBSAPQQN0aisDAEQAAAAAAADwP6ClOQMACwsgD0EBaiEPIBFBwABqIREgDyAOQQdrSA0ACwsgDyAO' +
  'SEUNAANAAkAgACAPQQN0aisDACAQYwRAIA4gBk8EQAALIAUgDkEDdGogDiAGTwRAAAsgBSAOQQN0aisDACAPIAZPBEAACyAFIA9B' +
  'A3RqKwMARAAAAAAAAPA/oKU5AwALCyAPQQFqIQ8gDyAOSA0ACwsLIA5BAWohDiAOIAFIDQALCyANRAAAAAAAAAAAZARAIAZBgIAB' +
  'TARABQALRAAAAAAAAPD/IRJBACETAkAgEyAGQQdrSARAIBMhFCAFIBRBA3RqIRQDQAJAIBIgFCsDAKUhEgsgE0EBaiETAkAgEiAU' +
  'KwMIpSESCyATQQFqIRMCQCASIBQrAxClIRILIBNBAWohEwJAIBIgFCsDGKUhEgsgE0EBaiETAkAgEiAUKwMgpSESCyATQQFqIRMC' +
  'QCASIBQrAyilIRILIBNBAWohEwJAIBIgFCsDMKUhEgsgE0EBaiETAkAgEiAUKwM4pSESCyATQQFqIRMgFEHAAGohFCATIAZBB2tI' +
  'DQALCyATIAZIRQ0AA0ACQCASIAUgE0EDdGorAwClIRILIBNBAWohEyATIAZIDQALCyASIAIkAA8LRAAAAAAAAPA/IA2jIAIkAA8g' +
  'AiQAAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//' +
  'A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

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
