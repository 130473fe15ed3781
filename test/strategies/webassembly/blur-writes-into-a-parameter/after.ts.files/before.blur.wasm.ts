// blurKernel: blur of before.ts as a WebAssembly module of 676 bytes, made by Speedlens. The source is blur itself,
// which also does what the kernel cannot. When blur changes, make this file anew:
//   speedlens bench before.ts#blur --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEgNgBH9/f38AYAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxsb2NhdGUA' +
  'AQVyZXNldAACCs0EA8wDCgR/AXwEfwF8A38BfgF8AX8BfAF/IwAhBCABIQUgBSEHIAdBA0EBEAEhBiABtyACt6MhCEEAIQkCQCAJ' +
  'IANIRQ0AA0ACQEEAIQoCQCAKIAFIRQ0AA0ACQCAKIAdPBEAACyAGIApBA3RqIAogAU8EQAALIAAgCkEDdGorAwA5AwALIApBAWoh' +
  'CiAKIAFIDQALC0EBIQsCQCALtyAIRAAAAAAAAPA/oWNFDQADQAJAQQEhDAJAIAwgAkEBa0hFDQADQAJARAAAAAAAAAAAIQ1BfyEO' +
  'AkAgDkEBTEUNAANAAkBBfyEPAkAgD0EBTEUNAANAAkAgDSALIA5qrCACrH4gDKx8IA+sfCIRIAetWgRAAAsgEachECAGIBBBA3Rq' +
  'KwMAoCENCyAPQQFqIQ8gD0EBTA0ACwsLIA5BAWohDiAOQQFMDQALCyALtyACt6IgDLegIRIgEiIU/AMiFbggFGIEQAALIBUhEyAT' +
  'IAFPBEAACyAAIBNBA3RqIA1EAAAAAAAAIkCjOQMACyAMQQFqIQwgDCACQQFrSA0ACwsLIAtBAWohCyALtyAIRAAAAAAAAPA/oWMN' +
  'AAsLCyAJQQFqIQkgCSADSA0ACwsgBCQAC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsg' +
  'BD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLBgBBCCQA' +
  'Cw==';

interface Kernel {
  run(pixels: number, pixelsLength: number, width: number, rounds: number): void;
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

/** An integer from 1 to a billion: the kernel counts in 32 bits. */
function isPositive(value: unknown): value is number {
  return typeof value === 'number' && Object.is(value | 0, value) && value >= 1 && value <= 1e9;
}

/** An integer of at most a billion in size, and not -0: the kernel counts in 32 bits. */
function isInteger(value: unknown): value is number {
  return typeof value === 'number' && Object.is(value | 0, value) && value >= -1e9 && value <= 1e9;
}

/** Whether it has been done. If not, nothing has been changed, and the original has to do it. */
export function blurKernel(pixels: number[], width: number, rounds: number): boolean {
  if (kernel === undefined || !Array.isArray(pixels) || !isPositive(width) || !isInteger(rounds)) return false;
  if (Object.isFrozen(pixels)) return false;
  try {
    kernel.reset();
    const pixelsAddress = kernel.allocate(pixels.length, 3, 0);
    const pixelsView = new Float64Array(kernel.memory.buffer, pixelsAddress, pixels.length);
    for (let index = 0; index < pixels.length; index++) {
      const value: unknown = pixels[index];
      if (typeof value !== 'number') return false;
      pixelsView[index] = value;
    }
    kernel.run(pixelsAddress, pixels.length, width, rounds);
    const pixelsAfter = new Float64Array(kernel.memory.buffer, pixelsAddress, pixels.length);
    for (let index = 0; index < pixels.length; index++) pixels[index] = pixelsAfter[index] as number;
    return true;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return false;
  }
}
