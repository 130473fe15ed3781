// crossCorrelationKernel: crossCorrelation of before.ts as a WebAssembly module of 446 bytes, made by Speedlens. The source is crossCorrelation itself,
// which also does what the kernel cannot. When crossCorrelation changes, take away this file and what before.ts says of crossCorrelationKernel, and make them anew:
//   speedlens bench before.ts#crossCorrelation --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABGgRgBH9/f38Bf2AEf39/fwBgA39/fwF/YAAAAwUEAAECAwUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAI' +
  'YWxsb2NhdGUAAgVyZXNldAADCt4CBNEBAwN/AXwCfyAAIAEgAiADEAEgASEFIAVBA0EBEAIhBEEAIQYCQCAGIAFIRQ0AIAFBAWsg' +
  'BUgEQAUACwNAAkBEAAAAAAAAAAAhB0EAIQgCQCAIIAZqIAFIRQ0AA0ACQCAHIAggAU8EQAALIAAgCEEDdGorAwAgCCAGaiEJIAkg' +
  'A08EQAALIAIgCUEDdGorAwCioCEHCyAIQQFqIQggCCAGaiABSA0ACwsgBCAGQQN0aiAHIAEgBmu3ozkDAAsgBkEBaiEGIAYgAUgN' +
  'AAsLIAQPAAsLACABIANHBEAACwt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQ' +
  'dEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(a: number, aLength: number, b: number, bLength: number): number;
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
export function crossCorrelationKernel(a: ArrayLike<number>, b: ArrayLike<number>): Float64Array | undefined {
  if (kernel === undefined || !Array.isArray(a) || !Array.isArray(b)) return undefined;
  try {
    kernel.reset();
    const aAddress = kernel.allocate(a.length, 3, 0);
    const aView = new Float64Array(kernel.memory.buffer, aAddress, a.length);
    for (let index = 0; index < a.length; index++) {
      const value: unknown = a[index];
      if (typeof value !== 'number') return undefined;
      aView[index] = value;
    }
    const bAddress = kernel.allocate(b.length, 3, 0);
    const bView = new Float64Array(kernel.memory.buffer, bAddress, b.length);
    for (let index = 0; index < b.length; index++) {
      const value: unknown = b[index];
      if (typeof value !== 'number') return undefined;
      bView[index] = value;
    }
    const result = kernel.run(aAddress, a.length, bAddress, b.length);
    const length = new Uint32Array(kernel.memory.buffer, result - 8, 1)[0] as number;
    const view = new Float64Array(kernel.memory.buffer, result, length);
    return view.slice();
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
