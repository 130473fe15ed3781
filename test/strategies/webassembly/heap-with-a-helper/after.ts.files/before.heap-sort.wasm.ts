// heapSortKernel: heapSort of before.ts as a WebAssembly module of 1341 bytes, made by Speedlens. The source is heapSort itself,
// which also does what the kernel cannot. When heapSort changes, take away this file and what before.ts says of heapSortKernel, and make them anew:
//   speedlens bench before.ts#heapSort --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABGARgAn9/AX9gBH9/f38AYAN/f38Bf2AAAAMFBAABAgMFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFs' +
  'bG9jYXRlAAIFcmVzZXQAAwrfCQT3BAUTfwF8AX8BfAF/IAEhAyADQQNBARACIQJBACEEAkAgBCADSEUNACADQQFrIAFIBEAFAAsg' +
  'A0EHayIFQQAgBUEAShshBSABQQdrIgZBACAGQQBKGyEGAkADQCAEQQdqIANODQEgBCEHIAAgB0EDdGohCCAEIQkgAiAJQQN0aiEK' +
  'IAogCP0AAwD9CwMAIAogCP0AAxD9CwMQIAogCP0AAyD9CwMgIAogCP0AAzD9CwMwAkALIARBAWohBAJACyAEQQFqIQQCQAsgBEEB' +
  'aiEEAkALIARBAWohBAJACyAEQQFqIQQCQAsgBEEBaiEEAkALIARBAWohBAJACyAEQQFqIQQMAAsLIANBAWsiC0EAIAtBAEobIQsg' +
  'AUEBayIMQQAgDEEAShshDAJAA0AgBEEBaiADTg0BIAQhDSAAIA1BA3RqIQ4gBCEPIAIgD0EDdGohECAQIA79AAMA/QsDAAJACyAE' +
  'QQFqIQQCQAsgBEEBaiEEDAALCyAEIANIRQ0AA0ACQCACIARBA3RqIAAgBEEDdGorAwA5AwALIARBAWohBCAEIANIDQALCyACIREg' +
  'AyESIBJBAXVBAWshEwJAIBNBAE5FDQADQAJAIBMgEiARIBIQAQsgE0EBayETIBNBAE4NAAsLIBJBAWshFAJAIBRBAEpFDQADQAJA' +
  'IBQgEk8EQAALIBEgFEEDdGorAwAhFUEAIRYgFiASTwRAAAsgESAWQQN0aisDACEXQQAhGCAYIBJPBEAACyARIBhBA3RqIBU5AwAg' +
  'FCASTwRAAAsgESAUQQN0aiAXOQMAQQAgFCARIBIQAQsgFEEBayEUIBRBAEoNAAsLIBEPAAvlAxICfAN/AXwCfwF8An8BfAF/AXwB' +
  'fwF8AX8BfAF/AXwCfwF8AX8gALchBAJAIAREAAAAAAAAAECiRAAAAAAAAPA/oCABt2NFDQADQAJAIAREAAAAAAAAAECiRAAAAAAA' +
  'APA/oCEFAkAgBUQAAAAAAADwP6AgAbdjRQ0AIAX8AiEGIAYgA08EQAALIAIgBkEDdGorAwAgBfwCQQFqIQcgByADTwRAAAsgAiAH' +
  'QQN0aisDAGNFDQAgBUQAAAAAAADwP6AhBQsgBCIJ/AMiCrggCWIEQAALIAohCCAIIANPBEAACyACIAhBA3RqKwMAIAUiDPwDIg24' +
  'IAxiBEAACyANIQsgCyADTwRAAAsgAiALQQN0aisDAGYEQA8LIAUiD/wDIhC4IA9iBEAACyAQIQ4gDiADTwRAAAsgAiAOQQN0aisD' +
  'ACERIAQiE/wDIhS4IBNiBEAACyAUIRIgEiADTwRAAAsgAiASQQN0aisDACEVIAQiF/wDIhi4IBdiBEAACyAYIRYgFiADTwRAAAsg' +
  'AiAWQQN0aiAROQMAIAUiGvwDIhu4IBpiBEAACyAbIRkgGSADTwRAAAsgAiAZQQN0aiAVOQMAIAUhBAsgBEQAAAAAAAAAQKJEAAAA' +
  'AAAA8D+gIAG3Yw0ACwsLdgECfyAAQYCAgMAASwRAAAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRBgICAgARLBEAACyAEPwBBEHRLBEAg' +
  'BD8AQRB0a0H//wNqQRB2QABBf0YEQAALCyAEJAAgA0EIayAANgIAIAIEQCADQQAgACABdPwLAAsgAwsGAEEIJAAL';

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
export function heapSortKernel(values: readonly number[]): number[] | undefined {
  if (kernel === undefined || (values as object | undefined)?.constructor !== Array) return undefined;
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
