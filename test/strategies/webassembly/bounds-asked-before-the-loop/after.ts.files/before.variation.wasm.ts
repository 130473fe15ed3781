// variationKernel: variation of before.ts as a WebAssembly module of 1385 bytes, made by Speedlens. The source is variation itself,
// which also does what the kernel cannot. When variation changes, take away this file and what before.ts says of variationKernel, and make them anew:
//   speedlens bench before.ts#variation --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABFQNgBn9/f39/fwF8YAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxsb2Nh' +
  'dGUAAQVyZXNldAACCo8KA44JAgF8EH9EAAAAAAAAAAAhBkEAIQdBACEIAkAgCCAFSEUNAAJAAkAgBRpBAUUNACAFQQFrIARqIAFI' +
  'RQ0ADAELAAsCQAJAIAUaQQFFDQAgBUEBayABSEUNAAwBCwALAkACQCAFGkEBRQ0AIAVBAWsgA0hFDQAMAQsACwNAAkAgBiAIIARq' +
  'IQkgCSABTwRAAAsgACAJQQJ0aigCACAAIAhBAnRqKAIAa7cgAiAIQQN0aisDAKKgIQYgBkQAAAAAAABZQGQEQCAIQQFqIQogCiAD' +
  'TwRAAAsgAiAKQQN0aiAGOQMACwsgCEEBaiEIIAggBUgNAAsLQQEhCwJAIAsgBUEBa0xFDQAgBUEBa0EBayABSARABQALA0ACQCAL' +
  'QQFrIQwgACAMQQJ0aigCAEEASARADAELIAsgA08EQAALIAIgC0EDdGogC0EBayENIA0gA08EQAALIAIgDUEDdGorAwBBACEOIA4g' +
  'AU8EQAALIAAgDkECdGooAgC3oDkDAAsgC0EBaiELIAsgBUEBa0wNAAsLQQAhCAJAIAggBUhFDQACQAJAIAUaQQFFDQAgBUEBayAE' +
  'aiABSEUNAAwBCwALAkACQCAFGkEBRQ0AIAVBAWsgAUhFDQAMAQsACwJAAkAgBRpBAUUNACAFQQFrIANIRQ0ADAELAAsDQAJAIAYg' +
  'CCAEaiEPIA8gAU8EQAALIAAgD0ECdGooAgAgACAIQQJ0aigCAGu3IAIgCEEDdGorAwCioCEGIAZEAAAAAAAAWUBkBEAgCEEBaiEK' +
  'IAogA08EQAALIAIgCkEDdGogBjkDAAsLIAhBAWohCCAIIAVIDQALC0EBIQsCQCALIAVBAWtMRQ0AIAVBAWtBAWsgAUgEQAUACwNA' +
  'AkAgC0EBayEQIAAgEEECdGooAgBBAEgEQAwBCyALIANPBEAACyACIAtBA3RqIAtBAWshESARIANPBEAACyACIBFBA3RqKwMAQQEh' +
  'EiASIAFPBEAACyAAIBJBAnRqKAIAt6A5AwALIAtBAWohCyALIAVBAWtMDQALC0EAIQgCQCAIIAVIRQ0AAkACQCAFGkEBRQ0AIAVB' +
  'AWsgBGogAUhFDQAMAQsACwJAAkAgBRpBAUUNACAFQQFrIAFIRQ0ADAELAAsCQAJAIAUaQQFFDQAgBUEBayADSEUNAAwBCwALA0AC' +
  'QCAGIAggBGohEyATIAFPBEAACyAAIBNBAnRqKAIAIAAgCEECdGooAgBrtyACIAhBA3RqKwMAoqAhBiAGRAAAAAAAAFlAZARAIAhB' +
  'AWohCiAKIANPBEAACyACIApBA3RqIAY5AwALCyAIQQFqIQggCCAFSA0ACwtBASELAkAgCyAFQQFrTEUNACAFQQFrQQFrIAFIBEAF' +
  'AAsDQAJAIAtBAWshFCAAIBRBAnRqKAIAQQBIBEAMAQsgCyADTwRAAAsgAiALQQN0aiALQQFrIRUgFSADTwRAAAsgAiAVQQN0aisD' +
  'AEECIRYgFiABTwRAAAsgACAWQQJ0aigCALegOQMACyALQQFqIQsgCyAFQQFrTA0ACwtBAyEHIAYPAAt2AQJ/IABBgICAwABLBEAA' +
  'CyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACAD' +
  'QQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(values: number, valuesLength: number, weights: number, weightsLength: number, lag: number, limit: number): number;
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
export function variationKernel(values: readonly number[], weights: Float64Array, lag: number, limit: number): number | undefined {
  if (kernel === undefined || !Array.isArray(values) || !(weights instanceof Float64Array) || !isInteger(lag) || !isInteger(limit)) return undefined;
  try {
    kernel.reset();
    const valuesAddress = kernel.allocate(values.length, 2, 0);
    const valuesView = new Int32Array(kernel.memory.buffer, valuesAddress, values.length);
    for (let index = 0; index < values.length; index++) {
      const value: unknown = values[index];
      if (!isInteger(value)) return undefined;
      valuesView[index] = value;
    }
    const weightsAddress = kernel.allocate(weights.length, 3, 0);
    const weightsView = new Float64Array(kernel.memory.buffer, weightsAddress, weights.length);
    weightsView.set(weights);
    const result = kernel.run(valuesAddress, values.length, weightsAddress, weights.length, lag, limit);
    weights.set(new Float64Array(kernel.memory.buffer, weightsAddress, weights.length));
    return result;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
