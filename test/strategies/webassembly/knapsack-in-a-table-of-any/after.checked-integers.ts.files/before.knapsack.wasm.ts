// knapsackKernel: knapsack of before.ts as a WebAssembly module of 826 bytes, made by Speedlens. The source is knapsack itself,
// which also does what the kernel cannot. When knapsack changes, take away this file and what before.ts says of knapsackKernel, and make them anew:
//   speedlens bench before.ts#knapsack --strategies webassembly/checked-integers --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABFANgBX9/f39/AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0' +
  'ZQABBXJlc2V0AAIK4QUD4AQFA38BfAJ/AXwYfyMAIQUgAUEBakEAaiEGAkACQCAGGkEBRQ0AIAZBAE5FDQAgBkGAgIDAAExFDQAM' +
  'AQsACyAEQQFqQQBqIQcCQAJAIAcaQQFFDQAgB0EATkUNACAHQYCAgMAATEUNAAwBCwALIAa3IAe3oiEIIAgiC/wDIgy4IAtiBEAA' +
  'CyAMIQogCkECQQEQASEJQQEhDQJAIA0gBkhFDQADQAJAQQAhDgJAIA4gDSEPAkACQCAPGkEBRQ0AIA9BAE5FDQAgDyAGSEUNAAwB' +
  'CwALIAdIRQ0AIA1BAWshECAQIAFPBEAACyAAIBBBAnRqKAIAIREgDUEBayIUIAZPBEAACyAHIRMgCSAUIBNsQQJ0aiESIA0iFyAG' +
  'TwRAAAsgByEWIAkgFyAWbEECdGohFQNAAkAgDiATTwRAAAsgEiAOQQJ0aigCACEYIA4hGSAZIBZPBEAACyAVIBlBAnRqIBg2AgAg' +
  'ESEaIBogDkwEQCAOIRsgGyAWTwRAAAsgFSAbQQJ0aiAYIRwgDiAaayEeIB4gE08EQAALIBIgHkECdGooAgAgDUEBayEfIB8gA08E' +
  'QAALIAIgH0ECdGooAgBqIR0gHCAdIBwgHUobIiBBgJTr3ANKBEAACyAgNgIACwsgDkEBaiEOIA4gDSEPAkACQCAPGkEBRQ0AIA9B' +
  'AE5FDQAgDyAGSEUNAAwBCwALIAdIDQALCwsgDUEBaiENIA0gBkgNAAsLIAEhIiAiIAZPBEAACyAEISMgIyAHTwRAAAsgIiAHbCAj' +
  'aiEhIAkgIUECdGooAgAgBSQADyAFJAAAC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsg' +
  'BD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLBgBBCCQA' +
  'Cw==';

interface Kernel {
  run(weights: number, weightsLength: number, values: number, valuesLength: number, capacity: number): number;
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
export function knapsackKernel(weights: readonly number[], values: readonly number[], capacity: number): number | undefined {
  if (kernel === undefined || (weights as object | undefined)?.constructor !== Array || (values as object | undefined)?.constructor !== Array || !isInteger(capacity)) return undefined;
  try {
    kernel.reset();
    const weightsAddress = kernel.allocate(weights.length, 2, 0);
    const weightsView = new Int32Array(kernel.memory.buffer, weightsAddress, weights.length);
    for (let index = 0; index < weights.length; index++) {
      const value: unknown = weights[index];
      if (!isInteger(value)) return undefined;
      weightsView[index] = value;
    }
    const valuesAddress = kernel.allocate(values.length, 2, 0);
    const valuesView = new Int32Array(kernel.memory.buffer, valuesAddress, values.length);
    for (let index = 0; index < values.length; index++) {
      const value: unknown = values[index];
      if (!isInteger(value)) return undefined;
      valuesView[index] = value;
    }
    return kernel.run(weightsAddress, weights.length, valuesAddress, values.length, capacity);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
