// inertiaKernel: inertia of before.ts as a WebAssembly module of 1414 bytes, made by Speedlens. The source is inertia itself,
// which also does what the kernel cannot. When inertia changes, make this file anew:
//   speedlens bench before.ts#inertia --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABGwNgDH9/f39/f39/f39/fwF8YAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAI' +
  'YWxsb2NhdGUAAQVyZXNldAACCqYKA6UJIQJ8AX8BfAN/AXsCfwF7An8GewF8AX8BfAJ/AXwCfwF8An8BfAN/AXsCfwF7An8DewF/' +
  'AXwCfwF8AX8CfAF/AXwBf0QAAAAAAAAAACEMRAAAAAAAAAAAIQ1BACEOAkAgDiAASEUNAANAAkBEAAAAAAAA8H8hD0EAIRACQCAH' +
  'QQNrIhFBACARQQBKGyERIAlBA2siEkEAIBJBAEobIRICQANAIBBBA2ogBU4NASAOIAJPBEAACyABIA5BA3RqKwMA/RQhEyAQIhQg' +
  'EU8EQAALIAYgFEEDdGohFSAOIARPBEAACyADIA5BA3RqKwMA/RQhFiAQIhcgEk8EQAALIAggF0EDdGohGCATIBX9AAMA/fEBIhkg' +
  'Gf3yASAWIBj9AAMA/fEBIhogGv3yAf3wASEbIBMgFf0AAxD98QEiHSAd/fIBIBYgGP0AAxD98QEiHiAe/fIB/fABIRwgG/0hACEf' +
  'AkAgHyAPYwRAIB8hDyANIiH8AyIiuCAhYgRAAAsgIiEgICAgC08EQAALIAogIEEDdGogELc5AwALCyAQQQFqIRAgG/0hASEfAkAg' +
  'HyAPYwRAIB8hDyANIiT8AyIluCAkYgRAAAsgJSEjICMgC08EQAALIAogI0EDdGogELc5AwALCyAQQQFqIRAgHP0hACEfAkAgHyAP' +
  'YwRAIB8hDyANIif8AyIouCAnYgRAAAsgKCEmICYgC08EQAALIAogJkEDdGogELc5AwALCyAQQQFqIRAgHP0hASEfAkAgHyAPYwRA' +
  'IB8hDyANIir8AyIruCAqYgRAAAsgKyEpICkgC08EQAALIAogKUEDdGogELc5AwALCyAQQQFqIRAMAAsLIAdBAWsiLEEAICxBAEob' +
  'ISwgCUEBayItQQAgLUEAShshLQJAA0AgEEEBaiAFTg0BIA4gAk8EQAALIAEgDkEDdGorAwD9FCEuIBAiLyAsTwRAAAsgBiAvQQN0' +
  'aiEwIA4gBE8EQAALIAMgDkEDdGorAwD9FCExIBAiMiAtTwRAAAsgCCAyQQN0aiEzIC4gMP0AAwD98QEiNCA0/fIBIDEgM/0AAwD9' +
  '8QEiNSA1/fIB/fABITYgNv0hACEfAkAgHyAPYwRAIB8hDyANIjj8AyI5uCA4YgRAAAsgOSE3IDcgC08EQAALIAogN0EDdGogELc5' +
  'AwALCyAQQQFqIRAgNv0hASEfAkAgHyAPYwRAIB8hDyANIjv8AyI8uCA7YgRAAAsgPCE6IDogC08EQAALIAogOkEDdGogELc5AwAL' +
  'CyAQQQFqIRAMAAsLIBAgBUhFDQADQAJAIA4gAk8EQAALIAEgDkEDdGorAwAgECAHTwRAAAsgBiAQQQN0aisDAKEiPSA9oiAOIARP' +
  'BEAACyADIA5BA3RqKwMAIBAgCU8EQAALIAggEEEDdGorAwChIj4gPqKgIR8gHyAPYwRAIB8hDyANIkD8AyJBuCBAYgRAAAsgQSE/' +
  'ID8gC08EQAALIAogP0EDdGogELc5AwALCyAQQQFqIRAgECAFSA0ACwsgDCAPoCEMIA1EAAAAAAAA8D+gIQ0LIA5BAWohDiAOIABI' +
  'DQALCyAMIAC3ow8AC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/' +
  'AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLBgBBCCQACw==';

interface Kernel {
  run(samplesLength: number, samplesX: number, samplesXLength: number, samplesClass: number, samplesClassLength: number, centersLength: number, centersX: number, centersXLength: number, centersClass: number, centersClassLength: number, index: number, indexLength: number): number;
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
export function inertiaKernel(samples: readonly { readonly x: number; readonly class: number }[], centers: readonly { readonly x: number; readonly class: number }[], index: number[]): number | undefined {
  if (kernel === undefined || !Array.isArray(samples) || !Array.isArray(centers) || !Array.isArray(index)) return undefined;
  if (Object.isFrozen(index)) return undefined;
  try {
    kernel.reset();
    const samplesXAddress = kernel.allocate(samples.length, 3, 0);
    const samplesXView = new Float64Array(kernel.memory.buffer, samplesXAddress, samples.length);
    const samplesClassAddress = kernel.allocate(samples.length, 3, 0);
    const samplesClassView = new Float64Array(kernel.memory.buffer, samplesClassAddress, samples.length);
    for (let index2 = 0; index2 < samples.length; index2++) {
      const record = samples[index2] as { readonly x: unknown; readonly class: unknown };
      const x = record.x;
      if (typeof x !== 'number') return undefined;
      samplesXView[index2] = x;
      const classValue = record.class;
      if (typeof classValue !== 'number') return undefined;
      samplesClassView[index2] = classValue;
    }
    const centersXAddress = kernel.allocate(centers.length, 3, 0);
    const centersXView = new Float64Array(kernel.memory.buffer, centersXAddress, centers.length);
    const centersClassAddress = kernel.allocate(centers.length, 3, 0);
    const centersClassView = new Float64Array(kernel.memory.buffer, centersClassAddress, centers.length);
    for (let index2 = 0; index2 < centers.length; index2++) {
      const record = centers[index2] as { readonly x: unknown; readonly class: unknown };
      const x = record.x;
      if (typeof x !== 'number') return undefined;
      centersXView[index2] = x;
      const classValue = record.class;
      if (typeof classValue !== 'number') return undefined;
      centersClassView[index2] = classValue;
    }
    const indexAddress = kernel.allocate(index.length, 3, 0);
    const indexView = new Float64Array(kernel.memory.buffer, indexAddress, index.length);
    for (let index2 = 0; index2 < index.length; index2++) {
      const value: unknown = index[index2];
      if (typeof value !== 'number') return undefined;
      indexView[index2] = value;
    }
    const result = kernel.run(samples.length, samplesXAddress, samples.length, samplesClassAddress, samples.length, centers.length, centersXAddress, centers.length, centersClassAddress, centers.length, indexAddress, index.length);
    const indexAfter = new Float64Array(kernel.memory.buffer, indexAddress, index.length);
    for (let index2 = 0; index2 < index.length; index2++) index[index2] = indexAfter[index2] as number;
    return result;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
