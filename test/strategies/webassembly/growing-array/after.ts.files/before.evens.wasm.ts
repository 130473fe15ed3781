// evensKernel: evens of before.ts as a WebAssembly module of 938 bytes, made by Speedlens. The source is evens itself,
// which also does what the kernel cannot. When evens changes, take away this file and what before.ts says of evensKernel, and make them anew:
//   speedlens bench before.ts#evens --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEANgAX8Bf2ADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRlAAEF' +
  'cmVzZXQAAgrVBgPUBQcNfwF8BX8CfAJ/AnwCf0EAIQNBASECIAIgBEsEQCACIgRBA0EAEAEhAQsgAUEAIAJBA3T8CwAgASADtzkD' +
  'AEEAIQZBASEJQQEhCkECIQggCCALSwRAIAgiC0EDQQAQASEHCyAHQQAgCEEDdPwLACAHIAm3OQMAIAcgCrc5AwhBAiEMAkAgDCAA' +
  'SEUNAANAAkAgDCENIAxBAWshDyAPIAhPBEAACyAHIA9BA3RqKwMAIAxBAmshECAQIAhPBEAACyAHIBBBA3RqKwMAoCEOIA0gCE8E' +
  'QCANIAhHBEAACyAIIAtGBEAgC0EBdEEQaiELIAchESALQQNBABABIgcgESAIQQN0/AoAAAsgCEEBaiEICyAHIA1BA3RqIA45AwAL' +
  'IAxBAWohDCAMIABIDQALC0EAIRICQCASIABIRQ0AA0ACQEEAIRMCQCATIBJIRQ0AA0ACQCAStyATt6JEAAAAAAAA4D+iIhQgFJ2h' +
  'RAAAAAAAAAAAYQRAIBK3IRUgAiAERgRAIARBAXRBEGohBCABIRYgBEEDQQAQASIBIBYgAkEDdPwKAAALIAEgAkEDdGogFTkDACAC' +
  'QQFqIQILCyATQQFqIRMgEyASSA0ACwsLIBJBAWohEiASIABIDQALC0EAIRcCQCAXIAJIRQ0AA0ACQCAXIAJPBEAACyABIBdBA3Rq' +
  'KwMAIRggBkEFSARAIBhEAAAAAAAABECiIRkgBiAaRgRAIBpBAXRBEGohGiAFIRsgGkEDQQAQASIFIBsgBkEDdPwKAAALIAUgBkED' +
  'dGogGTkDACAGQQFqIQYLCyAXQQFqIRcgFyACSA0ACwsgAEEeSgRAIAdFBEBBAEEAQQAQASEHCyAHQQhrIAg2AgAgBw8LIABBFEoE' +
  'QCAFRQRAQQBBAEEAEAEhBQsgBUEIayAGNgIAIAUPCyABRQRAQQBBAEEAEAEhAQsgAUEIayACNgIAIAEPAAt2AQJ/IABBgICAwABL' +
  'BEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQk' +
  'ACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(n: number): number;
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
export function evensKernel(n: number): number[] | undefined {
  if (kernel === undefined || !isInteger(n)) return undefined;
  try {
    kernel.reset();
    const result = kernel.run(n);
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
