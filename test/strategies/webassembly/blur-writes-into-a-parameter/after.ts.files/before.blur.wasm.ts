// blurKernel: blur of before.ts as a WebAssembly module of 2751 bytes, made by Speedlens. The source is blur itself,
// which also does what the kernel cannot. When blur changes, make this file anew:
//   speedlens bench before.ts#blur --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABEgNgBH9/f38AYAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxsb2NhdGUA' +
  'AQVyZXNldAACCugUA+cTFQR/AXwQfwF8AX8BfAF/AXwBfwF8A38DexV/AXsEfwJ7En8BewJ/AXwJfyMAIQQgASEFIAUhByAHQQNB' +
  'ARABIQYgAbcgArejIQhBACEJAkAgCSADSEUNAANAAkBBACEKAkAgCiABSEUNACABQQFrIAdIBEAFAAsgAUEBayABSARABQALIAdB' +
  'A2siC0EAIAtBAEobIQsgAUEDayIMQQAgDEEAShshDAJAA0AgCkEDaiABTg0BIAoiDSAMTwRAAAsgACANQQN0aiEOIAoiDyALTwRA' +
  'AAsgBiAPQQN0aiEQIBAgDv0AAwD9CwMAIBAgDv0AAxD9CwMQAkALIApBAWohCgJACyAKQQFqIQoCQAsgCkEBaiEKAkALIApBAWoh' +
  'CgwACwsgB0EBayIRQQAgEUEAShshESABQQFrIhJBACASQQBKGyESAkADQCAKQQFqIAFODQEgCiITIBJPBEAACyAAIBNBA3RqIRQg' +
  'CiIVIBFPBEAACyAGIBVBA3RqIRYgFiAU/QADAP0LAwACQAsgCkEBaiEKAkALIApBAWohCgwACwsgCiABSEUNAANAAkAgBiAKQQN0' +
  'aiAAIApBA3RqKwMAOQMACyAKQQFqIQogCiABSA0ACwtBASEXAkAgF7cgCEQAAAAAAADwP6FjRQ0AA0ACQEEBIRgCQCAYIAJBAWtI' +
  'RQ0AIBdBf2q3IAK3oiEZAkACQCAZRAAAAAAAAKDBZkUNACAZRAAAAAAAAKBBZUUNAAwBCwALIBn8AkEAaiEaIBdBAGq3IAK3oiEb' +
  'AkACQCAbRAAAAAAAAKDBZkUNACAbRAAAAAAAAKBBZUUNAAwBCwALIBv8AkEAaiEcIBdBAWq3IAK3oiEdAkACQCAdRAAAAAAAAKDB' +
  'ZkUNACAdRAAAAAAAAKBBZUUNAAwBCwALIB38AkEAaiEeIBe3IAK3oiEfAkACQCAfRAAAAAAAAKDBZkUNACAfRAAAAAAAAKBBZUUN' +
  'AAwBCwALIB/8AkEAaiEgAkACQCACQQFrGkEBRQ0AIBogAkEBa0EBa2pBAWogB0hFDQAMAQsACwJAAkAgAkEBaxpBAUUNACAcIAJB' +
  'AWtBAWtqQQFqIAdIRQ0ADAELAAsCQAJAIAJBAWsaQQFFDQAgHiACQQFrQQFrakEBaiAHSEUNAAwBCwALAkACQCACQQFrGkEBRQ0A' +
  'ICAgAkEBa0EBa2ogAUhFDQAMAQsACyAHQQNrIiFBACAhQQBKGyEhIAFBA2siIkEAICJBAEobISICQANAIBhBA2ogAkEBa04NAUQA' +
  'AAAAAAAAAP0UISMgIyEkICMhJUF/ISZBfyEnIBogGGpBf2oiKCAhTwRAAAsgBiAoQQN0aiEpICQgKf0AAwD98AEhJCAlICn9AAMQ' +
  '/fABISUgGiAYakEAaiIqICFPBEAACyAGICpBA3RqISsgJCAr/QADAP3wASEkICUgK/0AAxD98AEhJSAaIBhqQQFqIiwgIU8EQAAL' +
  'IAYgLEEDdGohLSAkIC39AAMA/fABISQgJSAt/QADEP3wASElQQIhJ0F/IScgHCAYakF/aiIuICFPBEAACyAGIC5BA3RqIS8gJCAv' +
  '/QADAP3wASEkICUgL/0AAxD98AEhJSAcIBhqQQBqIjAgIU8EQAALIAYgMEEDdGohMSAkIDH9AAMA/fABISQgJSAx/QADEP3wASEl' +
  'IBwgGGpBAWoiMiAhTwRAAAsgBiAyQQN0aiEzICQgM/0AAwD98AEhJCAlIDP9AAMQ/fABISVBAiEnQX8hJyAeIBhqQX9qIjQgIU8E' +
  'QAALIAYgNEEDdGohNSAkIDX9AAMA/fABISQgJSA1/QADEP3wASElIB4gGGpBAGoiNiAhTwRAAAsgBiA2QQN0aiE3ICQgN/0AAwD9' +
  '8AEhJCAlIDf9AAMQ/fABISUgHiAYakEBaiI4ICFPBEAACyAGIDhBA3RqITkgJCA5/QADAP3wASEkICUgOf0AAxD98AEhJUECISdB' +
  'AiEmICAgGGohOkQAAAAAAAAiQP0UITsgICAYaiI8ICJPBEAACyAAIDxBA3RqIT0gPSAkIDv98wH9CwMAID0gJSA7/fMB/QsDEAJA' +
  'CyAYQQFqIRgCQAsgGEEBaiEYAkALIBhBAWohGAJACyAYQQFqIRgMAAsLIAdBAWsiPkEAID5BAEobIT4gAUEBayI/QQAgP0EAShsh' +
  'PwJAA0AgGEEBaiACQQFrTg0BRAAAAAAAAAAA/RQhQCBAIUFBfyEmQX8hJyAaIBhqQX9qIkIgPk8EQAALIAYgQkEDdGohQyBBIEP9' +
  'AAMA/fABIUEgGiAYakEAaiJEID5PBEAACyAGIERBA3RqIUUgQSBF/QADAP3wASFBIBogGGpBAWoiRiA+TwRAAAsgBiBGQQN0aiFH' +
  'IEEgR/0AAwD98AEhQUECISdBfyEnIBwgGGpBf2oiSCA+TwRAAAsgBiBIQQN0aiFJIEEgSf0AAwD98AEhQSAcIBhqQQBqIkogPk8E' +
  'QAALIAYgSkEDdGohSyBBIEv9AAMA/fABIUEgHCAYakEBaiJMID5PBEAACyAGIExBA3RqIU0gQSBN/QADAP3wASFBQQIhJ0F/IScg' +
  'HiAYakF/aiJOID5PBEAACyAGIE5BA3RqIU8gQSBP/QADAP3wASFBIB4gGGpBAGoiUCA+TwRAAAsgBiBQQQN0aiFRIEEgUf0AAwD9' +
  '8AEhQSAeIBhqQQFqIlIgPk8EQAALIAYgUkEDdGohUyBBIFP9AAMA/fABIUFBAiEnQQIhJiAgIBhqITpEAAAAAAAAIkD9FCFUICAg' +
  'GGoiVSA/TwRAAAsgACBVQQN0aiFWIFYgQSBU/fMB/QsDAAJACyAYQQFqIRgCQAsgGEEBaiEYDAALCyAYIAJBAWtIRQ0AA0ACQEQA' +
  'AAAAAAAAACFXQX8hJkF/IScgVyAaIBhqQX9qIVggBiBYQQN0aisDAKAhVyBXIBogGGpBAGohWSAGIFlBA3RqKwMAoCFXIFcgGiAY' +
  'akEBaiFaIAYgWkEDdGorAwCgIVdBAiEnQX8hJyBXIBwgGGpBf2ohWyAGIFtBA3RqKwMAoCFXIFcgHCAYakEAaiFcIAYgXEEDdGor' +
  'AwCgIVcgVyAcIBhqQQFqIV0gBiBdQQN0aisDAKAhV0ECISdBfyEnIFcgHiAYakF/aiFeIAYgXkEDdGorAwCgIVcgVyAeIBhqQQBq' +
  'IV8gBiBfQQN0aisDAKAhVyBXIB4gGGpBAWohYCAGIGBBA3RqKwMAoCFXQQIhJ0ECISYgICAYaiE6IAAgOkEDdGogV0QAAAAAAAAi' +
  'QKM5AwALIBhBAWohGCAYIAJBAWtIDQALCwsgF0EBaiEXIBe3IAhEAAAAAAAA8D+hYw0ACwsLIAlBAWohCSAJIANIDQALCyAEJAAL' +
  'dgECfyAAQYCAgMAASwRAAAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRBgICAgARLBEAACyAEPwBBEHRLBEAgBD8AQRB0a0H//wNqQRB2' +
  'QABBf0YEQAALCyAEJAAgA0EIayAANgIAIAIEQCADQQAgACABdPwLAAsgAwsGAEEIJAAL';

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
