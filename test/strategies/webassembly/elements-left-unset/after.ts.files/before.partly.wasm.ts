// partlyKernel: partly of before.ts as a WebAssembly module of 554 bytes, made by Speedlens. The source is partly itself,
// which also does what the kernel cannot. When partly changes, take away this file and what before.ts says of partlyKernel, and make them anew:
//   speedlens bench before.ts#partly --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEQNgAn98AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0ZQAB' +
  'BXJlc2V0AAIK1AMD0wIBDH8gAEEAaiECAkACQCACGkEBRQ0AIAJBAE5FDQAgAkGAgIDAAExFDQAMAQsAC0EAIQRBACEFAkAgBbcg' +
  'AWNFDQADQAJAQQAhBiAFIAJIBEAFAAsgBSEHIAVBAGwhCCAHIARPBEAgByAERwRAAAsgBCAJRgRAIAlBAXRBEGohCSADIQogCUEC' +
  'QQAQASIDIAogBEECdPwKAAALIARBAWohBAsgAyAHQQJ0aiAINgIAIAUgAkgEQAUACyAFIQsgBUEBbCEMIAsgBE8EQCALIARHBEAA' +
  'CyAEIAlGBEAgCUEBdEEQaiEJIAMhDSAJQQJBABABIgMgDSAEQQJ0/AoAAAsgBEEBaiEECyADIAtBAnRqIAw2AgBBAiEGCyAFQQFq' +
  'IQUgBbcgAWMNAAsLIAQgAkYEQAUACyADRQRAQQBBAEEAEAEhAwsgA0EIayAENgIAIAMPAAt2AQJ/IABBgICAwABLBEAACyMAQQhq' +
  'IgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2' +
  'AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(n: number, filled: number): number;
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
export function partlyKernel(n: number, filled: number): number[] | undefined {
  if (kernel === undefined || !isInteger(n) || typeof filled !== 'number') return undefined;
  try {
    kernel.reset();
    const result = kernel.run(n, filled);
    const length = new Uint32Array(kernel.memory.buffer, result - 8, 1)[0] as number;
    const view = new Int32Array(kernel.memory.buffer, result, length);
    const copy = new Array<number>(length);
    for (let index = 0; index < length; index++) copy[index] = view[index] as number;
    return copy;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
