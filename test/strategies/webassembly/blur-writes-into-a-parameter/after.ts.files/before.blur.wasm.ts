// blurKernel: blur of before.ts as a WebAssembly module of 1710 bytes, made by Speedlens. The source is blur itself,
// which also does what the kernel cannot. When blur changes, make this file anew:
//   speedlens bench before.ts#blur --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABEgNgBH9/f38AYAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxsb2NhdGUA' +
  'AQVyZXNldAACCtcMA9YLFwR/AXwSfwV7BH8BfgF8AXsCfwF+An8CewJ/AX4BewJ/AX4BfAF/AX4BfwF8AX8jACEEIAEhBSAFIQcg' +
  'B0EDQQEQASEGIAG3IAK3oyEIQQAhCQJAIAkgA0hFDQADQAJAQQAhCgJAIAdBA2siC0EAIAtBAEobIQsgAUEDayIMQQAgDEEAShsh' +
  'DAJAA0AgCkEDaiABTg0BIAoiDSAMTwRAAAsgACANQQN0aiEOIAoiDyALTwRAAAsgBiAPQQN0aiEQIBAgDv0AAwD9CwMAIBAgDv0A' +
  'AxD9CwMQAkALIApBAWohCgJACyAKQQFqIQoCQAsgCkEBaiEKAkALIApBAWohCgwACwsgB0EBayIRQQAgEUEAShshESABQQFrIhJB' +
  'ACASQQBKGyESAkADQCAKQQFqIAFODQEgCiITIBJPBEAACyAAIBNBA3RqIRQgCiIVIBFPBEAACyAGIBVBA3RqIRYgFiAU/QADAP0L' +
  'AwACQAsgCkEBaiEKAkALIApBAWohCgwACwsgCiABSEUNAANAAkAgCiAHTwRAAAsgBiAKQQN0aiAKIAFPBEAACyAAIApBA3RqKwMA' +
  'OQMACyAKQQFqIQogCiABSA0ACwtBASEXAkAgF7cgCEQAAAAAAADwP6FjRQ0AA0ACQEEBIRgCQCAHQQdrIhlBACAZQQBKGyEZIAFB' +
  'B2siGkEAIBpBAEobIRoCQANAIBhBB2ogAkEBa04NAUQAAAAAAAAAAP0UIRsgGyEcIBshHSAbIR4gGyEfQX8hIAJAICBBAUxFDQAD' +
  'QEF/ISECQCAhQQFMRQ0AA0AgFyAgaqwgAqx+IBisfCAhrHwiJCAZrVoEQAALICSnISIgBiAiQQN0aiEjIBwgI/0AAwD98AEhHCAd' +
  'ICP9AAMQ/fABIR0gHiAj/QADIP3wASEeIB8gI/0AAzD98AEhHyAhQQFqISEgIUEBTA0ACwsgIEEBaiEgICBBAUwNAAsLIBe3IAK3' +
  'oiAYt6AhJUQAAAAAAAAiQP0UISYgF6wgAqx+IBisfCIpIBqtWgRAAAsgKachJyAAICdBA3RqISggKCAcICb98wH9CwMAICggHSAm' +
  '/fMB/QsDECAoIB4gJv3zAf0LAyAgKCAfICb98wH9CwMwAkALIBhBAWohGAJACyAYQQFqIRgCQAsgGEEBaiEYAkALIBhBAWohGAJA' +
  'CyAYQQFqIRgCQAsgGEEBaiEYAkALIBhBAWohGAJACyAYQQFqIRgMAAsLIAdBAWsiKkEAICpBAEobISogAUEBayIrQQAgK0EAShsh' +
  'KwJAA0AgGEEBaiACQQFrTg0BRAAAAAAAAAAA/RQhLCAsIS1BfyEgAkAgIEEBTEUNAANAQX8hIQJAICFBAUxFDQADQCAXICBqrCAC' +
  'rH4gGKx8ICGsfCIwICqtWgRAAAsgMKchLiAGIC5BA3RqIS8gLSAv/QADAP3wASEtICFBAWohISAhQQFMDQALCyAgQQFqISAgIEEB' +
  'TA0ACwsgF7cgAreiIBi3oCElRAAAAAAAACJA/RQhMSAXrCACrH4gGKx8IjQgK61aBEAACyA0pyEyIAAgMkEDdGohMyAzIC0gMf3z' +
  'Af0LAwACQAsgGEEBaiEYAkALIBhBAWohGAwACwsgGCACQQFrSEUNAANAAkBEAAAAAAAAAAAhNUF/ISACQCAgQQFMRQ0AA0ACQEF/' +
  'ISECQCAhQQFMRQ0AA0ACQCA1IBcgIGqsIAKsfiAYrHwgIax8IjcgB61aBEAACyA3pyE2IAYgNkEDdGorAwCgITULICFBAWohISAh' +
  'QQFMDQALCwsgIEEBaiEgICBBAUwNAAsLIBe3IAK3oiAYt6AhJSAlIjn8AyI6uCA5YgRAAAsgOiE4IDggAU8EQAALIAAgOEEDdGog' +
  'NUQAAAAAAAAiQKM5AwALIBhBAWohGCAYIAJBAWtIDQALCwsgF0EBaiEXIBe3IAhEAAAAAAAA8D+hYw0ACwsLIAlBAWohCSAJIANI' +
  'DQALCyAEJAALdgECfyAAQYCAgMAASwRAAAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRBgICAgARLBEAACyAEPwBBEHRLBEAgBD8AQRB0' +
  'a0H//wNqQRB2QABBf0YEQAALCyAEJAAgA0EIayAANgIAIAIEQCADQQAgACABdPwLAAsgAwsGAEEIJAAL';

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
