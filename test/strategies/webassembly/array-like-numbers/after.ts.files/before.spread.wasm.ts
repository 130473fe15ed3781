// spreadKernel: spread of before.ts as a WebAssembly module of 776 bytes, made by Speedlens. The source is spread itself,
// which also does what the kernel cannot. When spread changes, take away this file and what before.ts says of spreadKernel, and make them anew:
//   speedlens bench before.ts#spread --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEgNgA39/fwF8YAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxsb2NhdGUA' +
  'AQVyZXNldAACCrEFA7AEAgF8D39EAAAAAAAAAAAhA0EAIQQCQCAEIAFIRQ0AA0ACQEEAIQUgBCACayEGIAUgBiAFIAZKGyEHAkAg' +
  'ByAESEUNACAAIARBAnRqKAIAIQgCQAJAIAQaQQFFDQAgBEEBayABSEUNAAwBCwALIAcgBEEHa0gEQCAHIQkgACAJQQJ0aiEJA0AC' +
  'QCADIAggCSgCAGshCiAKQQAgCmsgCkEAThu3n6AhAwsgB0EBaiEHAkAgAyAIIAkoAgRrIQsgC0EAIAtrIAtBAE4bt5+gIQMLIAdB' +
  'AWohBwJAIAMgCCAJKAIIayEMIAxBACAMayAMQQBOG7efoCEDCyAHQQFqIQcCQCADIAggCSgCDGshDSANQQAgDWsgDUEAThu3n6Ah' +
  'AwsgB0EBaiEHAkAgAyAIIAkoAhBrIQ4gDkEAIA5rIA5BAE4bt5+gIQMLIAdBAWohBwJAIAMgCCAJKAIUayEPIA9BACAPayAPQQBO' +
  'G7efoCEDCyAHQQFqIQcCQCADIAggCSgCGGshECAQQQAgEGsgEEEAThu3n6AhAwsgB0EBaiEHAkAgAyAIIAkoAhxrIREgEUEAIBFr' +
  'IBFBAE4bt5+gIQMLIAdBAWohByAJQSBqIQkgByAEQQdrSA0ACwsgByAESEUNAANAAkAgAyAIIAAgB0ECdGooAgBrIRIgEkEAIBJr' +
  'IBJBAE4bt5+gIQMLIAdBAWohByAHIARIDQALCwsgBEEBaiEEIAQgAUgNAAsLIAMPAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMg' +
  'ACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAg' +
  'AgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(values: number, valuesLength: number, width: number): number;
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
export function spreadKernel(values: ArrayLike<number>, width: number): number | undefined {
  if (kernel === undefined || !Array.isArray(values) || !isInteger(width)) return undefined;
  try {
    kernel.reset();
    const valuesAddress = kernel.allocate(values.length, 2, 0);
    const valuesView = new Int32Array(kernel.memory.buffer, valuesAddress, values.length);
    for (let index = 0; index < values.length; index++) {
      const value: unknown = values[index];
      if (!isInteger(value)) return undefined;
      valuesView[index] = value;
    }
    return kernel.run(valuesAddress, values.length, width);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
