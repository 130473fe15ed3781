// blurKernel: blur of before.ts as a WebAssembly module of 2942 bytes, made by Speedlens. The source is blur itself,
// which also does what the kernel cannot. When blur changes, take away this file and what before.ts says of blurKernel, and make them anew:
//   speedlens bench before.ts#blur --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABEgNgBH9/f38AYAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxsb2NhdGUA' +
  'AQVyZXNldAACCqcWA6YVFQR/AXwQfwF8AX8BfAF/AXwBfwF8A38FexV/AXsEfwJ7En8BewJ/AXwJfyMAIQQgASEFIAUhByAHQQNB' +
  'ARABIQYgAbcgArejIQhBACEJAkAgCSADSEUNAANAAkBBACEKAkAgCiABSEUNACABQQFrIAdIBEAFAAsgB0EHayILQQAgC0EAShsh' +
  'CyABQQdrIgxBACAMQQBKGyEMAkADQCAKQQdqIAFODQEgCiENIAAgDUEDdGohDiAKIQ8gBiAPQQN0aiEQIBAgDv0AAwD9CwMAIBAg' +
  'Dv0AAxD9CwMQIBAgDv0AAyD9CwMgIBAgDv0AAzD9CwMwAkALIApBAWohCgJACyAKQQFqIQoCQAsgCkEBaiEKAkALIApBAWohCgJA' +
  'CyAKQQFqIQoCQAsgCkEBaiEKAkALIApBAWohCgJACyAKQQFqIQoMAAsLIAdBAWsiEUEAIBFBAEobIREgAUEBayISQQAgEkEAShsh' +
  'EgJAA0AgCkEBaiABTg0BIAohEyAAIBNBA3RqIRQgCiEVIAYgFUEDdGohFiAWIBT9AAMA/QsDAAJACyAKQQFqIQoCQAsgCkEBaiEK' +
  'DAALCyAKIAFIRQ0AA0ACQCAGIApBA3RqIAAgCkEDdGorAwA5AwALIApBAWohCiAKIAFIDQALC0EBIRcCQCAXtyAIRAAAAAAAAPA/' +
  'oWNFDQADQAJAQQEhGAJAIBggAkEBa0hFDQAgF0F/arcgAreiIRkCQAJAIBlEAAAAAAAAoMFmRQ0AIBlEAAAAAAAAoEFlRQ0ADAEL' +
  'AAsgGfwCQQBqIRogF0EAarcgAreiIRsCQAJAIBtEAAAAAAAAoMFmRQ0AIBtEAAAAAAAAoEFlRQ0ADAELAAsgG/wCQQBqIRwgF0EB' +
  'arcgAreiIR0CQAJAIB1EAAAAAAAAoMFmRQ0AIB1EAAAAAAAAoEFlRQ0ADAELAAsgHfwCQQBqIR4gF7cgAreiIR8CQAJAIB9EAAAA' +
  'AAAAoMFmRQ0AIB9EAAAAAAAAoEFlRQ0ADAELAAsgH/wCQQBqISACQAJAIAJBAWsaQQFFDQAgGiACQQFrQQFrakEBaiAHSEUNAAwB' +
  'CwALAkACQCACQQFrGkEBRQ0AIBwgAkEBa0EBa2pBAWogB0hFDQAMAQsACwJAAkAgAkEBaxpBAUUNACAeIAJBAWtBAWtqQQFqIAdI' +
  'RQ0ADAELAAsCQAJAIAJBAWsaQQFFDQAgICACQQFrQQFraiABSEUNAAwBCwALIAdBB2siIUEAICFBAEobISEgAUEHayIiQQAgIkEA' +
  'ShshIgJAA0AgGEEHaiACQQFrTg0BRAAAAAAAAAAA/RQhIyAjISQgIyElICMhJiAjISdBfyEoQX8hKSAaIBhqQX9qISogBiAqQQN0' +
  'aiErICQgK/0AAwD98AEhJCAlICv9AAMQ/fABISUgJiAr/QADIP3wASEmICcgK/0AAzD98AEhJyAaIBhqQQBqISwgBiAsQQN0aiEt' +
  'ICQgLf0AAwD98AEhJCAlIC39AAMQ/fABISUgJiAt/QADIP3wASEmICcgLf0AAzD98AEhJyAaIBhqQQFqIS4gBiAuQQN0aiEvICQg' +
  'L/0AAwD98AEhJCAlIC/9AAMQ/fABISUgJiAv/QADIP3wASEmICcgL/0AAzD98AEhJ0ECISlBfyEpIBwgGGpBf2ohMCAGIDBBA3Rq' +
  'ITEgJCAx/QADAP3wASEkICUgMf0AAxD98AEhJSAmIDH9AAMg/fABISYgJyAx/QADMP3wASEnIBwgGGpBAGohMiAGIDJBA3RqITMg' +
  'JCAz/QADAP3wASEkICUgM/0AAxD98AEhJSAmIDP9AAMg/fABISYgJyAz/QADMP3wASEnIBwgGGpBAWohNCAGIDRBA3RqITUgJCA1' +
  '/QADAP3wASEkICUgNf0AAxD98AEhJSAmIDX9AAMg/fABISYgJyA1/QADMP3wASEnQQIhKUF/ISkgHiAYakF/aiE2IAYgNkEDdGoh' +
  'NyAkIDf9AAMA/fABISQgJSA3/QADEP3wASElICYgN/0AAyD98AEhJiAnIDf9AAMw/fABIScgHiAYakEAaiE4IAYgOEEDdGohOSAk' +
  'IDn9AAMA/fABISQgJSA5/QADEP3wASElICYgOf0AAyD98AEhJiAnIDn9AAMw/fABIScgHiAYakEBaiE6IAYgOkEDdGohOyAkIDv9' +
  'AAMA/fABISQgJSA7/QADEP3wASElICYgO/0AAyD98AEhJiAnIDv9AAMw/fABISdBAiEpQQIhKCAgIBhqITxEAAAAAAAAIkD9FCE9' +
  'ICAgGGohPiAAID5BA3RqIT8gPyAkID398wH9CwMAID8gJSA9/fMB/QsDECA/ICYgPf3zAf0LAyAgPyAnID398wH9CwMwAkALIBhB' +
  'AWohGAJACyAYQQFqIRgCQAsgGEEBaiEYAkALIBhBAWohGAJACyAYQQFqIRgCQAsgGEEBaiEYAkALIBhBAWohGAJACyAYQQFqIRgM' +
  'AAsLIAdBAWsiQEEAIEBBAEobIUAgAUEBayJBQQAgQUEAShshQQJAA0AgGEEBaiACQQFrTg0BRAAAAAAAAAAA/RQhQiBCIUNBfyEo' +
  'QX8hKSAaIBhqQX9qIUQgBiBEQQN0aiFFIEMgRf0AAwD98AEhQyAaIBhqQQBqIUYgBiBGQQN0aiFHIEMgR/0AAwD98AEhQyAaIBhq' +
  'QQFqIUggBiBIQQN0aiFJIEMgSf0AAwD98AEhQ0ECISlBfyEpIBwgGGpBf2ohSiAGIEpBA3RqIUsgQyBL/QADAP3wASFDIBwgGGpB' +
  'AGohTCAGIExBA3RqIU0gQyBN/QADAP3wASFDIBwgGGpBAWohTiAGIE5BA3RqIU8gQyBP/QADAP3wASFDQQIhKUF/ISkgHiAYakF/' +
  'aiFQIAYgUEEDdGohUSBDIFH9AAMA/fABIUMgHiAYakEAaiFSIAYgUkEDdGohUyBDIFP9AAMA/fABIUMgHiAYakEBaiFUIAYgVEED' +
  'dGohVSBDIFX9AAMA/fABIUNBAiEpQQIhKCAgIBhqITxEAAAAAAAAIkD9FCFWICAgGGohVyAAIFdBA3RqIVggWCBDIFb98wH9CwMA' +
  'AkALIBhBAWohGAJACyAYQQFqIRgMAAsLIBggAkEBa0hFDQADQAJARAAAAAAAAAAAIVlBfyEoQX8hKSBZIBogGGpBf2ohWiAGIFpB' +
  'A3RqKwMAoCFZIFkgGiAYakEAaiFbIAYgW0EDdGorAwCgIVkgWSAaIBhqQQFqIVwgBiBcQQN0aisDAKAhWUECISlBfyEpIFkgHCAY' +
  'akF/aiFdIAYgXUEDdGorAwCgIVkgWSAcIBhqQQBqIV4gBiBeQQN0aisDAKAhWSBZIBwgGGpBAWohXyAGIF9BA3RqKwMAoCFZQQIh' +
  'KUF/ISkgWSAeIBhqQX9qIWAgBiBgQQN0aisDAKAhWSBZIB4gGGpBAGohYSAGIGFBA3RqKwMAoCFZIFkgHiAYakEBaiFiIAYgYkED' +
  'dGorAwCgIVlBAiEpQQIhKCAgIBhqITwgACA8QQN0aiBZRAAAAAAAACJAozkDAAsgGEEBaiEYIBggAkEBa0gNAAsLCyAXQQFqIRcg' +
  'F7cgCEQAAAAAAADwP6FjDQALCwsgCUEBaiEJIAkgA0gNAAsLIAQkAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACABdGpBB2pB' +
  'eHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAA' +
  'IAF0/AsACyADCwYAQQgkAAs=';

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
