// crowdingKernel: crowding of before.ts as a WebAssembly module of 811 bytes, made by Speedlens. The source is crowding itself,
// which also does what the kernel cannot. When crowding changes, take away this file and what before.ts says of crowdingKernel, and make them anew:
//   speedlens bench before.ts#crowding --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEgNgA39/fAF/YAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxsb2NhdGUA' +
  'AQVyZXNldAACCtQFA9MEBQN/AnwEfwF8An8gASEEIARBA0EBEAEhA0EAIQUCQCAFIAFIRQ0AIAFBAWsgBEgEQAUACwNAAkAgACAF' +
  'QQN0aisDACEGRAAAAAAAAAAAIQcgACEIIAEhCUEAIQoCQCAKIAlBB2tIBEAgCiELIAggC0EDdGohCwNAAkAgCysDACEMIAwgBqGZ' +
  'IAJlBEAgB0QAAAAAAADwP6AhBwsLIApBAWohCgJAIAsrAwghDCAMIAahmSACZQRAIAdEAAAAAAAA8D+gIQcLCyAKQQFqIQoCQCAL' +
  'KwMQIQwgDCAGoZkgAmUEQCAHRAAAAAAAAPA/oCEHCwsgCkEBaiEKAkAgCysDGCEMIAwgBqGZIAJlBEAgB0QAAAAAAADwP6AhBwsL' +
  'IApBAWohCgJAIAsrAyAhDCAMIAahmSACZQRAIAdEAAAAAAAA8D+gIQcLCyAKQQFqIQoCQCALKwMoIQwgDCAGoZkgAmUEQCAHRAAA' +
  'AAAAAPA/oCEHCwsgCkEBaiEKAkAgCysDMCEMIAwgBqGZIAJlBEAgB0QAAAAAAADwP6AhBwsLIApBAWohCgJAIAsrAzghDCAMIAah' +
  'mSACZQRAIAdEAAAAAAAA8D+gIQcLCyAKQQFqIQogC0HAAGohCyAKIAlBB2tIDQALCyAKIAlIRQ0AA0ACQCAIIApBA3RqKwMAIQwg' +
  'DCAGoZkgAmUEQCAHRAAAAAAAAPA/oCEHCwsgCkEBaiEKIAogCUgNAAsLIAMgBUEDdGogBzkDAAsgBUEBaiEFIAUgAUgNAAsLIAMh' +
  'DSAEIQ4gDQ8AC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQ' +
  'dGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLBgBBCCQACw==';

interface Kernel {
  run(readings: number, readingsLength: number, distance: number): number;
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
export function crowdingKernel(readings: readonly number[], distance: number): number[] | undefined {
  if (kernel === undefined || (readings as object | undefined)?.constructor !== Array || typeof distance !== 'number') return undefined;
  try {
    kernel.reset();
    const readingsAddress = kernel.allocate(readings.length, 3, 0);
    const readingsView = new Float64Array(kernel.memory.buffer, readingsAddress, readings.length);
    for (let index = 0; index < readings.length; index++) {
      const value: unknown = readings[index];
      if (typeof value !== 'number') return undefined;
      readingsView[index] = value;
    }
    const result = kernel.run(readingsAddress, readings.length, distance);
    const length = new Uint32Array(kernel.memory.buffer, result - 8, 1)[0] as number;
    const view = new Float64Array(kernel.memory.buffer, result, length);
    const copy = new Array<number>(length);
    for (let index = 0; index < length; index++) copy[index] = view[index] as number;
    return copy;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
