// normalizeKernel: normalize of before.ts as a WebAssembly module of 703 bytes, made by Speedlens. The source is normalize itself,
// which also does what the kernel cannot. When normalize changes, take away this file and what before.ts says of normalizeKernel, and make them anew:
//   speedlens bench before.ts#normalize --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEQNgA39/fwBgA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0ZQAB' +
  'BXJlc2V0AAIK6QQD6AMBA39BACEDAkAgAyACSEUNAANAAkBBACEEAkAgBCABQQdrSARAIAQhBSAAIAVBA3RqIQUDQAJAIAUrAwBE' +
  'AAAAAAAAAABjBEAACyAFIAUrAwCfOQMACyAEQQFqIQQCQCAFKwMIRAAAAAAAAAAAYwRAAAsgBSAFKwMInzkDCAsgBEEBaiEEAkAg' +
  'BSsDEEQAAAAAAAAAAGMEQAALIAUgBSsDEJ85AxALIARBAWohBAJAIAUrAxhEAAAAAAAAAABjBEAACyAFIAUrAxifOQMYCyAEQQFq' +
  'IQQCQCAFKwMgRAAAAAAAAAAAYwRAAAsgBSAFKwMgnzkDIAsgBEEBaiEEAkAgBSsDKEQAAAAAAAAAAGMEQAALIAUgBSsDKJ85AygL' +
  'IARBAWohBAJAIAUrAzBEAAAAAAAAAABjBEAACyAFIAUrAzCfOQMwCyAEQQFqIQQCQCAFKwM4RAAAAAAAAAAAYwRAAAsgBSAFKwM4' +
  'nzkDOAsgBEEBaiEEIAVBwABqIQUgBCABQQdrSA0ACwsgBCABSEUNAANAAkAgACAEQQN0aisDAEQAAAAAAAAAAGMEQAALIAAgBEED' +
  'dGogACAEQQN0aisDAJ85AwALIARBAWohBCAEIAFIDQALCwsgA0EBaiEDIAMgAkgNAAsLC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoi' +
  'AyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYC' +
  'ACACBEAgA0EAIAAgAXT8CwALIAMLBgBBCCQACw==';

interface Kernel {
  run(values: number, valuesLength: number, rounds: number): void;
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

/** Whether it has been done. If not, nothing has been changed, and the original has to do it. */
export function normalizeKernel(values: number[], rounds: number): boolean {
  if (kernel === undefined || !Array.isArray(values) || !isInteger(rounds)) return false;
  if (Object.isFrozen(values)) return false;
  try {
    kernel.reset();
    const valuesAddress = kernel.allocate(values.length, 3, 0);
    const valuesView = new Float64Array(kernel.memory.buffer, valuesAddress, values.length);
    for (let index = 0; index < values.length; index++) {
      const value: unknown = values[index];
      if (typeof value !== 'number') return false;
      valuesView[index] = value;
    }
    kernel.run(valuesAddress, values.length, rounds);
    const valuesAfter = new Float64Array(kernel.memory.buffer, valuesAddress, values.length);
    for (let index = 0; index < values.length; index++) values[index] = valuesAfter[index] as number;
    return true;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return false;
  }
}
