// lateKernel: late of before.ts as a WebAssembly module of 527 bytes, made by Speedlens. The source is late itself,
// which also does what the kernel cannot. When late changes, take away this file and what before.ts says of lateKernel, and make them anew:
//   speedlens bench before.ts#late --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABFwRgA39/fAF8YAF8AX9gA39/fwF/YAAAAwUEAAECAwUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxs' +
  'b2NhdGUAAgVyZXNldAADCrIDBPsBAgF8A39EAAAAAAAAAAAhA0EAIQQgAhABQf8HcSEFQQAhBgJAIAYgAUhFDQADQAJAIAMgBSAB' +
  'TwRAAAsgACAFQQN0aisDAKAhAyAGIQULIAZBAWohBiAGIAFIDQALCyACEAFB/wdxIQVBACEGAkAgBiABSEUNAANAAkAgAyAFIAFP' +
  'BEAACyAAIAVBA3RqKwMAoCEDIAYhBQsgBkEBaiEGIAYgAUgNAAsLIAIQAUH/B3EhBUEAIQYCQCAGIAFIRQ0AA0ACQCADIAUgAU8E' +
  'QAALIAAgBUEDdGorAwCgIQMgBiEFCyAGQQFqIQYgBiABSA0ACwtBAyEEIAMPAAs1ACAAmUQAAAAAAADgQ2MEfyAA/AanBSAAIABE' +
  'AAAAAAAA8EGjnUQAAAAAAADwQaKh/AanCwt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAAL' +
  'IAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgk' +
  'AAs=';

interface Kernel {
  run(values: number, valuesLength: number, first: number): number;
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
export function lateKernel(values: Float64Array, first: number): number | undefined {
  if (kernel === undefined || !(values instanceof Float64Array) || typeof first !== 'number') return undefined;
  try {
    kernel.reset();
    const valuesAddress = kernel.allocate(values.length, 3, 0);
    const valuesView = new Float64Array(kernel.memory.buffer, valuesAddress, values.length);
    valuesView.set(values);
    return kernel.run(valuesAddress, values.length, first);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
