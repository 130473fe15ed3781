// smoothKernel: smooth of before.ts as a WebAssembly module of 882 bytes, made by Speedlens. The source is smooth itself,
// which also does what the kernel cannot. When smooth changes, take away this file and what before.ts says of smoothKernel, and make them anew:
//   speedlens bench before.ts#smooth --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEgNgA39/fwF8YAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxsb2NhdGUA' +
  'AQVyZXNldAACCpsGA5oFAwF8A38BfEQAAAAAAAAAACEDQQAhBAJAIAQgAkhFDQADQAJAQQAhBQJAIAUgAUxFDQAgASABSARABQAL' +
  'IAUgAUEHa0wEQCAFIQYgACAGQQN0aiEGA0ACQCAGKwMAIQcgByAHYQRAIAMgB6BEAAAAAAAA4D+iIQMFIANEAAAAAAAA8D+hIQML' +
  'CyAFQQFqIQUCQCAGKwMIIQcgByAHYQRAIAMgB6BEAAAAAAAA4D+iIQMFIANEAAAAAAAA8D+hIQMLCyAFQQFqIQUCQCAGKwMQIQcg' +
  'ByAHYQRAIAMgB6BEAAAAAAAA4D+iIQMFIANEAAAAAAAA8D+hIQMLCyAFQQFqIQUCQCAGKwMYIQcgByAHYQRAIAMgB6BEAAAAAAAA' +
  '4D+iIQMFIANEAAAAAAAA8D+hIQMLCyAFQQFqIQUCQCAGKwMgIQcgByAHYQRAIAMgB6BEAAAAAAAA4D+iIQMFIANEAAAAAAAA8D+h' +
  'IQMLCyAFQQFqIQUCQCAGKwMoIQcgByAHYQRAIAMgB6BEAAAAAAAA4D+iIQMFIANEAAAAAAAA8D+hIQMLCyAFQQFqIQUCQCAGKwMw' +
  'IQcgByAHYQRAIAMgB6BEAAAAAAAA4D+iIQMFIANEAAAAAAAA8D+hIQMLCyAFQQFqIQUCQCAGKwM4IQcgByAHYQRAIAMgB6BEAAAA' +
  'AAAA4D+iIQMFIANEAAAAAAAA8D+hIQMLCyAFQQFqIQUgBkHAAGohBiAFIAFBB2tMDQALCyAFIAFMRQ0AA0ACQCAAIAVBA3RqKwMA' +
  'IQcgByAHYQRAIAMgB6BEAAAAAAAA4D+iIQMFIANEAAAAAAAA8D+hIQMLCyAFQQFqIQUgBSABTA0ACwsLIARBAWohBCAEIAJIDQAL' +
  'CyADDwALdgECfyAAQYCAgMAASwRAAAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRBgICAgARLBEAACyAEPwBBEHRLBEAgBD8AQRB0a0H/' +
  '/wNqQRB2QABBf0YEQAALCyAEJAAgA0EIayAANgIAIAIEQCADQQAgACABdPwLAAsgAwsGAEEIJAAL';

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
export function smoothKernel(values: readonly number[], rounds: number): number | undefined {
  if (kernel === undefined || !Array.isArray(values) || !isInteger(rounds)) return undefined;
  try {
    kernel.reset();
    const valuesAddress = kernel.allocate(values.length, 3, 0);
    const valuesView = new Float64Array(kernel.memory.buffer, valuesAddress, values.length);
    for (let index = 0; index < values.length; index++) {
      const value: unknown = values[index];
      if (typeof value !== 'number') return undefined;
      valuesView[index] = value;
    }
    return kernel.run(valuesAddress, values.length, rounds);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
