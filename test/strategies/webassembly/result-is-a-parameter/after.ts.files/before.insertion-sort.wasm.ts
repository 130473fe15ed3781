// insertionSortKernel: insertionSort of before.ts as a WebAssembly module of 444 bytes, made by Speedlens. The source is insertionSort itself,
// which also does what the kernel cannot. When insertionSort changes, take away this file and what before.ts says of insertionSortKernel, and make them anew:
//   speedlens bench before.ts#insertionSort --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEQNgAn9/AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0ZQAB' +
  'BXJlc2V0AAIK5gID5QEDAX8BfAN/QQEhAgJAIAIgAUhFDQADQAJAIAAgAkEDdGorAwAhAyACQQFrIQQCQCAEQQBORQ0AIAQgAU8E' +
  'QAALIAAgBEEDdGorAwAgA2RFDQADQAJAIARBAWohBSAFIAFPBEAACyAAIAVBA3RqIAQgAU8EQAALIAAgBEEDdGorAwA5AwAgBEEB' +
  'ayEECwJAIARBAE5FDQAgBCABTwRAAAsgACAEQQN0aisDACADZA0BCwsLIARBAWohBiAGIAFPBEAACyAAIAZBA3RqIAM5AwALIAJB' +
  'AWohAiACIAFIDQALCyAADwALdgECfyAAQYCAgMAASwRAAAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRBgICAgARLBEAACyAEPwBBEHRL' +
  'BEAgBD8AQRB0a0H//wNqQRB2QABBf0YEQAALCyAEJAAgA0EIayAANgIAIAIEQCADQQAgACABdPwLAAsgAwsGAEEIJAAL';

interface Kernel {
  run(values: number, valuesLength: number): number;
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
export function insertionSortKernel(values: number[]): number[] | undefined {
  if (kernel === undefined || !Array.isArray(values)) return undefined;
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
    const result = kernel.run(valuesAddress, values.length);
    const valuesAfter = new Float64Array(kernel.memory.buffer, valuesAddress, values.length);
    for (let index = 0; index < values.length; index++) values[index] = valuesAfter[index] as number;
    if (result === valuesAddress) return values;
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
