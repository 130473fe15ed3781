// normalizeKernel: normalize of before.ts as a WebAssembly module of 926 bytes, made by Speedlens. The source is normalize itself,
// which also does what the kernel cannot. When normalize changes, take away this file and what before.ts says of normalizeKernel, and make them anew:
//   speedlens bench before.ts#normalize --strategies webassembly/end-to-end --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABEgNgA39/fwF8YAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxsb2NhdGUA' +
  'AQVyZXNldAACCscGA8YFBQF8B38BewN/AXtEAAAAAAAAAAAhA0EAIQQCQCAEIAJIRQ0AA0ACQEQAAAAAAAAAACEDQQAhBQJAIAUg' +
  'AUEHa0gEQCAFIQYgACAGQQN0aiEGA0ACQCADIAYrAwCZpSEDCyAFQQFqIQUCQCADIAYrAwiZpSEDCyAFQQFqIQUCQCADIAYrAxCZ' +
  'pSEDCyAFQQFqIQUCQCADIAYrAxiZpSEDCyAFQQFqIQUCQCADIAYrAyCZpSEDCyAFQQFqIQUCQCADIAYrAyiZpSEDCyAFQQFqIQUC' +
  'QCADIAYrAzCZpSEDCyAFQQFqIQUCQCADIAYrAziZpSEDCyAFQQFqIQUgBkHAAGohBiAFIAFBB2tIDQALCyAFIAFIRQ0AA0ACQCAD' +
  'IAAgBUEDdGorAwCZpSEDCyAFQQFqIQUgBSABSA0ACwsgA0QAAAAAAAAAAGEEQAALQQAhBwJAIAFBB2siCEEAIAhBAEobIQgCQANA' +
  'IAdBB2ogAU4NASAHIQkgACAJQQN0aiEKIAP9FCELIAogCv0AAwAgC/3zAf0LAwAgCiAK/QADECAL/fMB/QsDECAKIAr9AAMgIAv9' +
  '8wH9CwMgIAogCv0AAzAgC/3zAf0LAzACQAsgB0EBaiEHAkALIAdBAWohBwJACyAHQQFqIQcCQAsgB0EBaiEHAkALIAdBAWohBwJA' +
  'CyAHQQFqIQcCQAsgB0EBaiEHAkALIAdBAWohBwwACwsgAUEBayIMQQAgDEEAShshDAJAA0AgB0EBaiABTg0BIAchDSAAIA1BA3Rq' +
  'IQ4gA/0UIQ8gDiAO/QADACAP/fMB/QsDAAJACyAHQQFqIQcCQAsgB0EBaiEHDAALCyAHIAFIRQ0AA0ACQCAAIAdBA3RqIAAgB0ED' +
  'dGorAwAgA6M5AwALIAdBAWohByAHIAFIDQALCwsgBEEBaiEEIAQgAkgNAAsLIAMPAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMg' +
  'ACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAg' +
  'AgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(values: number, valuesLength: number, rounds: number): number;
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
export function normalizeKernel(values: Float64Array, rounds: number): number | undefined {
  if (kernel === undefined || !(values instanceof Float64Array) || !isInteger(rounds)) return undefined;
  try {
    kernel.reset();
    const valuesAddress = kernel.allocate(values.length, 3, 0);
    const valuesView = new Float64Array(kernel.memory.buffer, valuesAddress, values.length);
    valuesView.set(values);
    const result = kernel.run(valuesAddress, values.length, rounds);
    values.set(new Float64Array(kernel.memory.buffer, valuesAddress, values.length));
    return result;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
