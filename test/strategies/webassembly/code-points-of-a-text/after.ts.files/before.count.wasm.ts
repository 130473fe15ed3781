// countKernel: count of before.ts as a WebAssembly module of 995 bytes, made by Speedlens. The source is count itself,
// which also does what the kernel cannot. When count changes, take away this file and what before.ts says of countKernel, and make them anew:
//   speedlens bench before.ts#count --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEgNgA39/fwF8YAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxsb2NhdGUA' +
  'AQVyZXNldAACCowHA4sGAgF8Bn9EAAAAAAAAAAAhA0EAIQQCQCAEIAJIRQ0AA0ACQCAAIQUgASEGQQAhBwJAIAcgBkEHa0gEQCAH' +
  'IQggBSAIQQF0aiEIA0ACQCAILwEAIQkCQAJAAkAgCUGAsANIDQAgCUH/vwNKRQ0BCwwBCwALIAlB4QBGBEAgA0QAAAAAAADwP6Ah' +
  'AwsLIAdBAWohBwJAIAgvAQIhCQJAAkACQCAJQYCwA0gNACAJQf+/A0pFDQELDAELAAsgCUHhAEYEQCADRAAAAAAAAPA/oCEDCwsg' +
  'B0EBaiEHAkAgCC8BBCEJAkACQAJAIAlBgLADSA0AIAlB/78DSkUNAQsMAQsACyAJQeEARgRAIANEAAAAAAAA8D+gIQMLCyAHQQFq' +
  'IQcCQCAILwEGIQkCQAJAAkAgCUGAsANIDQAgCUH/vwNKRQ0BCwwBCwALIAlB4QBGBEAgA0QAAAAAAADwP6AhAwsLIAdBAWohBwJA' +
  'IAgvAQghCQJAAkACQCAJQYCwA0gNACAJQf+/A0pFDQELDAELAAsgCUHhAEYEQCADRAAAAAAAAPA/oCEDCwsgB0EBaiEHAkAgCC8B' +
  'CiEJAkACQAJAIAlBgLADSA0AIAlB/78DSkUNAQsMAQsACyAJQeEARgRAIANEAAAAAAAA8D+gIQMLCyAHQQFqIQcCQCAILwEMIQkC' +
  'QAJAAkAgCUGAsANIDQAgCUH/vwNKRQ0BCwwBCwALIAlB4QBGBEAgA0QAAAAAAADwP6AhAwsLIAdBAWohBwJAIAgvAQ4hCQJAAkAC' +
  'QCAJQYCwA0gNACAJQf+/A0pFDQELDAELAAsgCUHhAEYEQCADRAAAAAAAAPA/oCEDCwsgB0EBaiEHIAhBEGohCCAHIAZBB2tIDQAL' +
  'CyAHIAZIRQ0AA0ACQCAFIAdBAXRqLwEAIQkCQAJAAkAgCUGAsANIDQAgCUH/vwNKRQ0BCwwBCwALIAlB4QBGBEAgA0QAAAAAAADw' +
  'P6AhAwsLIAdBAWohByAHIAZIDQALCwsgBEEBaiEEIAQgAkgNAAsLIAMPAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACABdGpB' +
  'B2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANB' +
  'ACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(text: number, textLength: number, rounds: number): number;
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
export function countKernel(text: string, rounds: number): number | undefined {
  if (kernel === undefined || typeof text !== 'string' || !isInteger(rounds)) return undefined;
  try {
    kernel.reset();
    const textAddress = kernel.allocate(text.length, 1, 0);
    const textView = new Uint16Array(kernel.memory.buffer, textAddress, text.length);
    for (let index = 0; index < text.length; index++) textView[index] = text.charCodeAt(index);
    return kernel.run(textAddress, text.length, rounds);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
