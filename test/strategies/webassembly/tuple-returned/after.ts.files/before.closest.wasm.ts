// closestKernel: closest of before.ts as a WebAssembly module of 1099 bytes, made by Speedlens. The source is closest itself,
// which also does what the kernel cannot. When closest changes, take away this file and what before.ts says of closestKernel, and make them anew:
//   speedlens bench before.ts#closest --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEgNgA39/fAF/YAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxsb2NhdGUA' +
  'AQVyZXNldAACCvQHA/MGCwF/AnwCfwF8AX8BfBV/AXwEfwF8AX9BfyEDRAAAAAAAAACAIQQgAiEFQQAhBgJAIAYgAUhFDQADQAJA' +
  'IAZBAWohBwJAIAcgAUhFDQAgACAGQQN0aisDACEIIAcgAUEDa0gEQCAHIQkgACAJQQN0aiEJA0ACQCAIIAkrAwChmSEKIApEAAAA' +
  'AAAAAABhBEAgBiELIAchDEEBIQ0gCyEQIAwhEUEBQQAgDRshEkEDIQ8gD0EDQQEQASEOIA4gELc5AwAgDiARtzkDCCAOIBK3OQMQ' +
  'IA4PCyAKIAVjBEAgCiEFIAYhAyAHtyEECwsgB0EBaiEHAkAgCCAJKwMIoZkhCiAKRAAAAAAAAAAAYQRAIAYhCyAHIQxBASENIAsh' +
  'EyAMIRRBAUEAIA0bIRVBAyEPIA9BA0EBEAEhDiAOIBO3OQMAIA4gFLc5AwggDiAVtzkDECAODwsgCiAFYwRAIAohBSAGIQMgB7ch' +
  'BAsLIAdBAWohBwJAIAggCSsDEKGZIQogCkQAAAAAAAAAAGEEQCAGIQsgByEMQQEhDSALIRYgDCEXQQFBACANGyEYQQMhDyAPQQNB' +
  'ARABIQ4gDiAWtzkDACAOIBe3OQMIIA4gGLc5AxAgDg8LIAogBWMEQCAKIQUgBiEDIAe3IQQLCyAHQQFqIQcCQCAIIAkrAxihmSEK' +
  'IApEAAAAAAAAAABhBEAgBiELIAchDEEBIQ0gCyEZIAwhGkEBQQAgDRshG0EDIQ8gD0EDQQEQASEOIA4gGbc5AwAgDiAatzkDCCAO' +
  'IBu3OQMQIA4PCyAKIAVjBEAgCiEFIAYhAyAHtyEECwsgB0EBaiEHIAlBIGohCSAHIAFBA2tIDQALCyAHIAFIRQ0AA0ACQCAIIAAg' +
  'B0EDdGorAwChmSEKIApEAAAAAAAAAABhBEAgBiELIAchDEEBIQ0gCyEcIAwhHUEBQQAgDRshHkEDIQ8gD0EDQQEQASEOIA4gHLc5' +
  'AwAgDiAdtzkDCCAOIB63OQMQIA4PCyAKIAVjBEAgCiEFIAYhAyAHtyEECwsgB0EBaiEHIAcgAUgNAAsLCyAGQQFqIQYgBiABSA0A' +
  'CwsgAyEfIAQhIEEAISEgHyEkICAhJUEBQQAgIRshJkEDISMgI0EDQQEQASEiICIgJLc5AwAgIiAlOQMIICIgJrc5AxAgIg8AC3YB' +
  'An8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAA' +
  'QX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLBgBBCCQACw==';

interface Kernel {
  run(values: number, valuesLength: number, limit: number): number;
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
export function closestKernel(values: readonly number[], limit: number): [number, number, boolean] | undefined {
  if (kernel === undefined || !Array.isArray(values) || typeof limit !== 'number') return undefined;
  try {
    kernel.reset();
    const valuesAddress = kernel.allocate(values.length, 3, 0);
    const valuesView = new Float64Array(kernel.memory.buffer, valuesAddress, values.length);
    for (let index = 0; index < values.length; index++) {
      const value: unknown = values[index];
      if (typeof value !== 'number') return undefined;
      valuesView[index] = value;
    }
    const result = kernel.run(valuesAddress, values.length, limit);
    const view = new Float64Array(kernel.memory.buffer, result, 3);
    return [view[0] as number, view[1] as number, view[2] === 1];
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
