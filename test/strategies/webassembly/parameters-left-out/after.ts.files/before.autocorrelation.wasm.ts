// autocorrelationKernel: autocorrelation of before.ts as a WebAssembly module of 669 bytes, made by Speedlens. The source is autocorrelation itself,
// which also does what the kernel cannot. When autocorrelation changes, take away this file and what before.ts says of autocorrelationKernel, and make them anew:
//   speedlens bench before.ts#autocorrelation --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABGwRgBX9/f3x8AX9gA3x8fwF8YAN/f38Bf2AAAAMFBAABAgMFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIA' +
  'CGFsbG9jYXRlAAIFcmVzZXQAAwq8BAScAwsBfwF8An8DfAF/AXwCfwF8AX8BfAJ/IAIhBUEABHxEAAAAAAAAAAAFIAQLIQZBACEI' +
  'IAYhCQJAIAkgBbdjRQ0AA0ACQEQAAAAAAAAAACEKRAAAAAAAAAAAIQsCQCALIAmgIAG3Y0UNAANAAkAgCiALIg38AyIOuCANYgRA' +
  'AAsgDiEMIAwgAU8EQAALIAAgDEEDdGorAwBEAAAAAAAA4D9EAAAAAAAAAECiQQAQASALIAmgIhD8AyIRuCAQYgRAAAsgESEPIA8g' +
  'AU8EQAALIAAgD0EDdGorAwBEAAAAAAAAAMBBABABokQAAAAAAADwPyALQQEQAaGgIQoLIAtEAAAAAAAA8D+gIQsgCyAJoCABt2MN' +
  'AAsLQQAEfCAKBSAKIAOiCyESIAggE0YEQCATQQF0QRBqIRMgByEUIBNBA0EAEAIiByAUIAhBA3T8CgAACyAHIAhBA3RqIBI5AwAg' +
  'CEEBaiEICyAJRAAAAAAAAPA/oCEJIAkgBbdjDQALCyAHRQRAQQBBAEEAEAIhBwsgB0EIayAINgIAIAcPAAseACACBHwgACABokQA' +
  'AAAAAADgP6IFIAAgAaILDwALdgECfyAAQYCAgMAASwRAAAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRBgICAgARLBEAACyAEPwBBEHRL' +
  'BEAgBD8AQRB0a0H//wNqQRB2QABBf0YEQAALCyAEJAAgA0EIayAANgIAIAIEQCADQQAgACABdPwLAAsgAwsGAEEIJAAL';

interface Kernel {
  run(values: number, valuesLength: number, places: number, scale: number, from: number): number;
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
export function autocorrelationKernel(values: readonly number[], places: number | undefined, scale: number | undefined, from: number | undefined): number[] | undefined {
  if (kernel === undefined || !Array.isArray(values) || !isInteger(places) || typeof scale !== 'number' || typeof from !== 'number') return undefined;
  try {
    kernel.reset();
    const valuesAddress = kernel.allocate(values.length, 3, 0);
    const valuesView = new Float64Array(kernel.memory.buffer, valuesAddress, values.length);
    for (let index = 0; index < values.length; index++) {
      const value: unknown = values[index];
      if (typeof value !== 'number') return undefined;
      valuesView[index] = value;
    }
    const result = kernel.run(valuesAddress, values.length, places, scale, from);
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
