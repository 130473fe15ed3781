// rotationsKernel: rotations of before.ts as a WebAssembly module of 851 bytes, made by Speedlens. The source is rotations itself,
// which also does what the kernel cannot. When rotations changes, take away this file and what before.ts says of rotationsKernel, and make them anew:
//   speedlens bench before.ts#rotations --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEgNgA39/fwF8YAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxsb2NhdGUA' +
  'AQVyZXNldAACCvwFA/sEAgF8B39EAAAAAAAAAAAhA0EAIQQCQCAEIAJIRQ0AA0ACQEEBIQUCQCAFIAFBB2tIBEAgBSEGIAAgBkEC' +
  'dGpBfGohBgNAAkAgBigCBCEHIAYoAgAhCCAGIAc2AgAgBiAINgIEIANEAAAAAAAA8D+gIQMLIAVBAWohBQJAIAYoAgghByAGKAIE' +
  'IQggBiAHNgIEIAYgCDYCCCADRAAAAAAAAPA/oCEDCyAFQQFqIQUCQCAGKAIMIQcgBigCCCEIIAYgBzYCCCAGIAg2AgwgA0QAAAAA' +
  'AADwP6AhAwsgBUEBaiEFAkAgBigCECEHIAYoAgwhCCAGIAc2AgwgBiAINgIQIANEAAAAAAAA8D+gIQMLIAVBAWohBQJAIAYoAhQh' +
  'ByAGKAIQIQggBiAHNgIQIAYgCDYCFCADRAAAAAAAAPA/oCEDCyAFQQFqIQUCQCAGKAIYIQcgBigCFCEIIAYgBzYCFCAGIAg2Ahgg' +
  'A0QAAAAAAADwP6AhAwsgBUEBaiEFAkAgBigCHCEHIAYoAhghCCAGIAc2AhggBiAINgIcIANEAAAAAAAA8D+gIQMLIAVBAWohBQJA' +
  'IAYoAiAhByAGKAIcIQggBiAHNgIcIAYgCDYCICADRAAAAAAAAPA/oCEDCyAFQQFqIQUgBkEgaiEGIAUgAUEHa0gNAAsLIAUgAUhF' +
  'DQADQAJAIAAgBUECdGooAgAhByAFQQFrIQkgACAJQQJ0aigCACEIIAVBAWshCiAAIApBAnRqIAc2AgAgACAFQQJ0aiAINgIAIANE' +
  'AAAAAAAA8D+gIQMLIAVBAWohBSAFIAFIDQALCwsgBEEBaiEEIAQgAkgNAAsLIAMPAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMg' +
  'ACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAg' +
  'AgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(items: number, itemsLength: number, rounds: number): number;
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
export function rotationsKernel(items: number[], rounds: number): number | undefined {
  if (kernel === undefined || !Array.isArray(items) || !isInteger(rounds)) return undefined;
  if (Object.isFrozen(items)) return undefined;
  try {
    kernel.reset();
    const itemsAddress = kernel.allocate(items.length, 2, 0);
    const itemsView = new Int32Array(kernel.memory.buffer, itemsAddress, items.length);
    for (let index = 0; index < items.length; index++) {
      const value: unknown = items[index];
      if (!isInteger(value)) return undefined;
      itemsView[index] = value;
    }
    const result = kernel.run(itemsAddress, items.length, rounds);
    const itemsAfter = new Int32Array(kernel.memory.buffer, itemsAddress, items.length);
    for (let index = 0; index < items.length; index++) items[index] = itemsAfter[index] as number;
    return result;
  } catch {
    // Too little memory or stack.
    return undefined;
  }
}
