// convolveKernel: convolve of before.ts as a WebAssembly module of 426 bytes, made by Speedlens. The source is convolve itself,
// which also does what the kernel cannot. When convolve changes, take away this file and what before.ts says of convolveKernel, and make them anew:
//   speedlens bench before.ts#convolve --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEwNgBH9/f38Bf2ADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRl' +
  'AAEFcmVzZXQAAgrSAgPRAQMEfwF8An8gASEEIAQhBiAGQQNBARABIQVBACEHAkAgByABSEUNACABQQFrIAZIBEAFAAsDQAJARAAA' +
  'AAAAAAAAIQhBACEJAkAgCSADSEUNACAJIAdMRQ0AA0ACQCAIIAcgCWshCiAKIAFPBEAACyAAIApBA3RqKwMAIAkgA08EQAALIAIg' +
  'CUEDdGorAwCioCEICyAJQQFqIQkCQCAJIANIRQ0AIAkgB0wNAQsLCyAFIAdBA3RqIAg5AwALIAdBAWohByAHIAFIDQALCyAFDwAL' +
  'dgECfyAAQYCAgMAASwRAAAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRBgICAgARLBEAACyAEPwBBEHRLBEAgBD8AQRB0a0H//wNqQRB2' +
  'QABBf0YEQAALCyAEJAAgA0EIayAANgIAIAIEQCADQQAgACABdPwLAAsgAwsGAEEIJAAL';

interface Kernel {
  run(signal: number, signalLength: number, response: number, responseLength: number): number;
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
export function convolveKernel(signal: readonly number[], response: readonly number[]): number[] | undefined {
  if (kernel === undefined || !Array.isArray(signal) || !Array.isArray(response)) return undefined;
  try {
    kernel.reset();
    const signalAddress = kernel.allocate(signal.length, 3, 0);
    const signalView = new Float64Array(kernel.memory.buffer, signalAddress, signal.length);
    for (let index = 0; index < signal.length; index++) {
      const value: unknown = signal[index];
      if (typeof value !== 'number') return undefined;
      signalView[index] = value;
    }
    const responseAddress = kernel.allocate(response.length, 3, 0);
    const responseView = new Float64Array(kernel.memory.buffer, responseAddress, response.length);
    for (let index = 0; index < response.length; index++) {
      const value: unknown = response[index];
      if (typeof value !== 'number') return undefined;
      responseView[index] = value;
    }
    const result = kernel.run(signalAddress, signal.length, responseAddress, response.length);
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
