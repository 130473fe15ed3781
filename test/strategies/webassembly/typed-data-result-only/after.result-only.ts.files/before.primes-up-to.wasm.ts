// primesUpToKernel: primesUpTo of before.ts as a WebAssembly module of 529 bytes, made by Speedlens. The source is primesUpTo itself,
// which also does what the kernel cannot. When primesUpTo changes, take away this file and what before.ts says of primesUpToKernel, and make them anew:
//   speedlens bench before.ts#primesUpTo --strategies webassembly/result-only --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEANgAX8Bf2ADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRlAAEF' +
  'cmVzZXQAAgq8AwO7AgMJfwF8AX8gAEEBaiEBIAEhAyADQQBBARABIQJBACEFQQIhBgJAIAYgAExFDQAgACADSARABQALA0ACQCAC' +
  'IAZqLQAABEAMAQsgBiEHIAUgCEYEQCAIQQF0QRBqIQggBCEJIAhBAkEAEAEiBCAJIAVBAnT8CgAACyAEIAVBAnRqIAc2AgAgBUEB' +
  'aiEFIAa3IAa3oiEKIAogALdlBEAgCvwCIQsCQCALIABMRQ0AAkACQCALGkEBRQ0AIAYaQQFFDQAgBkEASkUNACALrCAAIAtrtyAG' +
  't6Oc/AKsIAasfnwgA6xTRQ0ADAELAAsDQAJAIAIgC2pBAToAAAsgCyAGaiELIAsgAEwNAAsLCwsgBkEBaiEGIAYgAEwNAAsLIARF' +
  'BEBBAEEAQQAQASEECyAEQQhrIAU2AgAgBA8AC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRA' +
  'AAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLBgBB' +
  'CCQACw==';

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
export function primesUpToKernel(limit: number): Float64Array | undefined {
  if (kernel === undefined || !isInteger(limit)) return undefined;
  try {
    kernel.reset();
    const result = kernel.run(limit);
    const length = new Uint32Array(kernel.memory.buffer, result - 8, 1)[0] as number;
    const view = new Int32Array(kernel.memory.buffer, result, length);
    return new Float64Array(view);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
