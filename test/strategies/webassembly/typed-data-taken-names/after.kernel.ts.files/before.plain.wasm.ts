// plainKernel: plain of before.ts as a WebAssembly module of 730 bytes, made by Speedlens. The source is plain itself,
// which also does what the kernel cannot. When plain changes, make this file anew:
//   speedlens bench before.ts#plain --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABEgNgA39/fwF8YAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxsb2NhdGUA' +
  'AQVyZXNldAACCoMFA4IEBgF8Bn8BewV/AXsCf0QAAAAAAAAAACEDQQAhBAJAIAQgAkhFDQADQAJARAAAAAAAAAAAIQNBACEFAkAg' +
  'BSABSEUNACABQQFrIAFIBEAFAAsDQAJAIAMgACAFQQN0aisDAJmlIQMLIAVBAWohBSAFIAFIDQALCyADRAAAAAAAAAAAYQRAAAtB' +
  'ACEGAkAgBiABSEUNACABQQFrIAFIBEAFAAsgAUEDayIHQQAgB0EAShshBwJAA0AgBkEDaiABTg0BIAYiCCAHTwRAAAsgACAIQQN0' +
  'aiEJIAP9FCEKIAYiCyAHTwRAAAsgACALQQN0aiEMIAwgCf0AAwAgCv3zAf0LAwAgDCAJ/QADECAK/fMB/QsDEAJACyAGQQFqIQYC' +
  'QAsgBkEBaiEGAkALIAZBAWohBgJACyAGQQFqIQYMAAsLIAFBAWsiDUEAIA1BAEobIQ0CQANAIAZBAWogAU4NASAGIg4gDU8EQAAL' +
  'IAAgDkEDdGohDyAD/RQhECAGIhEgDU8EQAALIAAgEUEDdGohEiASIA/9AAMAIBD98wH9CwMAAkALIAZBAWohBgJACyAGQQFqIQYM' +
  'AAsLIAYgAUhFDQADQAJAIAAgBkEDdGogACAGQQN0aisDACADozkDAAsgBkEBaiEGIAYgAUgNAAsLCyAEQQFqIQQgBCACSA0ACwsg' +
  'Aw8AC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8D' +
  'akEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLBgBBCCQACw==';

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
export function plainKernel(values: number[], rounds: number): number | undefined {
  if (kernel === undefined || !Array.isArray(values) || !isInteger(rounds)) return undefined;
  if (Object.isFrozen(values)) return undefined;
  try {
    kernel.reset();
    const valuesAddress = kernel.allocate(values.length, 3, 0);
    const valuesView = new Float64Array(kernel.memory.buffer, valuesAddress, values.length);
    for (let index = 0; index < values.length; index++) {
      const value: unknown = values[index];
      if (typeof value !== 'number') return undefined;
      valuesView[index] = value;
    }
    const result = kernel.run(valuesAddress, values.length, rounds);
    const valuesAfter = new Float64Array(kernel.memory.buffer, valuesAddress, values.length);
    for (let index = 0; index < values.length; index++) values[index] = valuesAfter[index] as number;
    return result;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
