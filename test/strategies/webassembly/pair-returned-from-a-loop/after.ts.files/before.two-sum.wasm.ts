// twoSumKernel: twoSum of before.ts as a WebAssembly module of 891 bytes, made by Speedlens. The source is twoSum itself,
// which also does what the kernel cannot. When twoSum changes, take away this file and what before.ts says of twoSumKernel, and make them anew:
//   speedlens bench before.ts#twoSum --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABEgNgA39/fAF/YAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxsb2NhdGUA' +
  'AQVyZXNldAACCqQGA6MFBwJ/AXwJfwJ7A38CewZ/QQAhAwJAIAMgAUhFDQADQAJAIANBAWohBAJAIAQgAUhFDQAgACADQQN0aisD' +
  'ACEFA0ACQCAFIAAgBEEDdGorAwCgIAJhBEAgAyEIIAQhCUECIQcgB0EDQQEQASEGIAYgCLc5AwAgBiAJtzkDCCAGDwsgACAEQQN0' +
  'aisDAEQAAAAAAECPQCAComQEQCAEIQogCiEMIAxBA0EBEAEhC0EAIQ0CQCAMQQdrIg5BACAOQQBKGyEOAkADQCANQQdqIAxODQEg' +
  'Dbf9FEQAAAAAAAAAAP0URAAAAAAAAPA//SIB/fABIQ8gA7f9FCEQIA0hESALIBFBA3RqIRIgEiAPIBD98gH9CwMAIBIgD0QAAAAA' +
  'AAAAQP0U/fABIBD98gH9CwMQIBIgD0QAAAAAAAAQQP0U/fABIBD98gH9CwMgIBIgD0QAAAAAAAAYQP0U/fABIBD98gH9CwMwAkAL' +
  'IA1BAWohDQJACyANQQFqIQ0CQAsgDUEBaiENAkALIA1BAWohDQJACyANQQFqIQ0CQAsgDUEBaiENAkALIA1BAWohDQJACyANQQFq' +
  'IQ0MAAsLIAxBAWsiE0EAIBNBAEobIRMCQANAIA1BAWogDE4NASANt/0URAAAAAAAAAAA/RREAAAAAAAA8D/9IgH98AEhFCADt/0U' +
  'IRUgDSEWIAsgFkEDdGohFyAXIBQgFf3yAf0LAwACQAsgDUEBaiENAkALIA1BAWohDQwACwsgDSAMSEUNAANAAkAgCyANQQN0aiAN' +
  'tyADt6I5AwALIA1BAWohDSANIAxIDQALCyALIRggDCEZIBgPCwsgBEEBaiEEIAQgAUgNAAsLCyADQQFqIQMgAyABSA0ACwtBACEb' +
  'IBtBA0EBEAEhGiAaDwALdgECfyAAQYCAgMAASwRAAAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRBgICAgARLBEAACyAEPwBBEHRLBEAg' +
  'BD8AQRB0a0H//wNqQRB2QABBf0YEQAALCyAEJAAgA0EIayAANgIAIAIEQCADQQAgACABdPwLAAsgAwsGAEEIJAAL';

interface Kernel {
  run(numbers: number, numbersLength: number, target: number): number;
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
export function twoSumKernel(numbers: readonly number[], target: number): number[] | undefined {
  if (kernel === undefined || !Array.isArray(numbers) || typeof target !== 'number') return undefined;
  try {
    kernel.reset();
    const numbersAddress = kernel.allocate(numbers.length, 3, 0);
    const numbersView = new Float64Array(kernel.memory.buffer, numbersAddress, numbers.length);
    for (let index = 0; index < numbers.length; index++) {
      const value: unknown = numbers[index];
      if (typeof value !== 'number') return undefined;
      numbersView[index] = value;
    }
    const result = kernel.run(numbersAddress, numbers.length, target);
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
