// blurKernel: blur of before.ts as a WebAssembly module of 2991 bytes, made by Speedlens. The source is blur itself,
// which also does what the kernel cannot. When blur changes, make this file anew:
//   speedlens bench before.ts#blur --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABEgNgBH9/f38AYAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxsb2NhdGUA' +
  'AQVyZXNldAACCtgWA9cVFQR/AXwQfwF8AX8BfAF/AXwBfwF8A38DexV/AXsEfwJ7En8BewJ/AXwJfyMAIQQgASEFIAUhByAHQQNB' +
  'ARABIQYgAbcgArejIQhBACEJAkAgCSADSEUNAANAAkBBACEKAkAgCiABSEUNACABQQFrIAdIBEAFAAsgAUEBayABSARABQALIAdB' +
  'A2siC0EAIAtBAEobIQsgAUEDayIMQQAgDEEAShshDAJAA0AgCkEDaiABTg0BIAoiDSAMTwRAAAsgACANQQN0aiEOIAoiDyALTwRA' +
  'AAsgBiAPQQN0aiEQIBAgDv0AAwD9CwMAIBAgDv0AAxD9CwMQAkALIApBAWohCgJACyAKQQFqIQoCQAsgCkEBaiEKAkALIApBAWoh' +
  'CgwACwsgB0EBayIRQQAgEUEAShshESABQQFrIhJBACASQQBKGyESAkADQCAKQQFqIAFODQEgCiITIBJPBEAACyAAIBNBA3RqIRQg' +
  'CiIVIBFPBEAACyAGIBVBA3RqIRYgFiAU/QADAP0LAwACQAsgCkEBaiEKAkALIApBAWohCgwACwsgCiABSEUNAANAAkAgBiAKQQN0' +
  'aiAAIApBA3RqKwMAOQMACyAKQQFqIQogCiABSA0ACwtBASEXAkAgF7cgCEQAAAAAAADwP6FjRQ0AA0ACQEEBIRgCQCAYIAJBAWtI' +
  'RQ0AIBdBf2q3IAK3oiEZAkACQCAZRAAAAAAAAKDBZkUNACAZRAAAAAAAAKBBZUUNAAwBCwALIBn8AkEAaiEaIBdBAGq3IAK3oiEb' +
  'AkACQCAbRAAAAAAAAKDBZkUNACAbRAAAAAAAAKBBZUUNAAwBCwALIBv8AkEAaiEcIBdBAWq3IAK3oiEdAkACQCAdRAAAAAAAAKDB' +
  'ZkUNACAdRAAAAAAAAKBBZUUNAAwBCwALIB38AkEAaiEeIBe3IAK3oiEfAkACQCAfRAAAAAAAAKDBZkUNACAfRAAAAAAAAKBBZUUN' +
  'AAwBCwALIB/8AkEAaiEgAkACQCACQQFrGkEBRQ0AIBogAkEBa0EBa2pBf2ogB0hFDQAMAQsACwJAAkAgAkEBaxpBAUUNACAaIAJB' +
  'AWtBAWtqQQBqIAdIRQ0ADAELAAsCQAJAIAJBAWsaQQFFDQAgGiACQQFrQQFrakEBaiAHSEUNAAwBCwALAkACQCACQQFrGkEBRQ0A' +
  'IBwgAkEBa0EBa2pBf2ogB0hFDQAMAQsACwJAAkAgAkEBaxpBAUUNACAcIAJBAWtBAWtqQQBqIAdIRQ0ADAELAAsCQAJAIAJBAWsa' +
  'QQFFDQAgHCACQQFrQQFrakEBaiAHSEUNAAwBCwALAkACQCACQQFrGkEBRQ0AIB4gAkEBa0EBa2pBf2ogB0hFDQAMAQsACwJAAkAg' +
  'AkEBaxpBAUUNACAeIAJBAWtBAWtqQQBqIAdIRQ0ADAELAAsCQAJAIAJBAWsaQQFFDQAgHiACQQFrQQFrakEBaiAHSEUNAAwBCwAL' +
  'AkACQCACQQFrGkEBRQ0AICAgAkEBa0EBa2ogAUhFDQAMAQsACyAHQQNrIiFBACAhQQBKGyEhIAFBA2siIkEAICJBAEobISICQANA' +
  'IBhBA2ogAkEBa04NAUQAAAAAAAAAAP0UISMgIyEkICMhJUF/ISZBfyEnIBogGGpBf2oiKCAhTwRAAAsgBiAoQQN0aiEpICQgKf0A' +
  'AwD98AEhJCAlICn9AAMQ/fABISUgGiAYakEAaiIqICFPBEAACyAGICpBA3RqISsgJCAr/QADAP3wASEkICUgK/0AAxD98AEhJSAa' +
  'IBhqQQFqIiwgIU8EQAALIAYgLEEDdGohLSAkIC39AAMA/fABISQgJSAt/QADEP3wASElQQIhJ0F/IScgHCAYakF/aiIuICFPBEAA' +
  'CyAGIC5BA3RqIS8gJCAv/QADAP3wASEkICUgL/0AAxD98AEhJSAcIBhqQQBqIjAgIU8EQAALIAYgMEEDdGohMSAkIDH9AAMA/fAB' +
  'ISQgJSAx/QADEP3wASElIBwgGGpBAWoiMiAhTwRAAAsgBiAyQQN0aiEzICQgM/0AAwD98AEhJCAlIDP9AAMQ/fABISVBAiEnQX8h' +
  'JyAeIBhqQX9qIjQgIU8EQAALIAYgNEEDdGohNSAkIDX9AAMA/fABISQgJSA1/QADEP3wASElIB4gGGpBAGoiNiAhTwRAAAsgBiA2' +
  'QQN0aiE3ICQgN/0AAwD98AEhJCAlIDf9AAMQ/fABISUgHiAYakEBaiI4ICFPBEAACyAGIDhBA3RqITkgJCA5/QADAP3wASEkICUg' +
  'Of0AAxD98AEhJUECISdBAiEmICAgGGohOkQAAAAAAAAiQP0UITsgICAYaiI8ICJPBEAACyAAIDxBA3RqIT0gPSAkIDv98wH9CwMA' +
  'ID0gJSA7/fMB/QsDEAJACyAYQQFqIRgCQAsgGEEBaiEYAkALIBhBAWohGAJACyAYQQFqIRgMAAsLIAdBAWsiPkEAID5BAEobIT4g' +
  'AUEBayI/QQAgP0EAShshPwJAA0AgGEEBaiACQQFrTg0BRAAAAAAAAAAA/RQhQCBAIUFBfyEmQX8hJyAaIBhqQX9qIkIgPk8EQAAL' +
  'IAYgQkEDdGohQyBBIEP9AAMA/fABIUEgGiAYakEAaiJEID5PBEAACyAGIERBA3RqIUUgQSBF/QADAP3wASFBIBogGGpBAWoiRiA+' +
  'TwRAAAsgBiBGQQN0aiFHIEEgR/0AAwD98AEhQUECISdBfyEnIBwgGGpBf2oiSCA+TwRAAAsgBiBIQQN0aiFJIEEgSf0AAwD98AEh' +
  'QSAcIBhqQQBqIkogPk8EQAALIAYgSkEDdGohSyBBIEv9AAMA/fABIUEgHCAYakEBaiJMID5PBEAACyAGIExBA3RqIU0gQSBN/QAD' +
  'AP3wASFBQQIhJ0F/IScgHiAYakF/aiJOID5PBEAACyAGIE5BA3RqIU8gQSBP/QADAP3wASFBIB4gGGpBAGoiUCA+TwRAAAsgBiBQ' +
  'QQN0aiFRIEEgUf0AAwD98AEhQSAeIBhqQQFqIlIgPk8EQAALIAYgUkEDdGohUyBBIFP9AAMA/fABIUFBAiEnQQIhJiAgIBhqITpE' +
  'AAAAAAAAIkD9FCFUICAgGGoiVSA/TwRAAAsgACBVQQN0aiFWIFYgQSBU/fMB/QsDAAJACyAYQQFqIRgCQAsgGEEBaiEYDAALCyAY' +
  'IAJBAWtIRQ0AA0ACQEQAAAAAAAAAACFXQX8hJkF/IScgVyAaIBhqQX9qIVggBiBYQQN0aisDAKAhVyBXIBogGGpBAGohWSAGIFlB' +
  'A3RqKwMAoCFXIFcgGiAYakEBaiFaIAYgWkEDdGorAwCgIVdBAiEnQX8hJyBXIBwgGGpBf2ohWyAGIFtBA3RqKwMAoCFXIFcgHCAY' +
  'akEAaiFcIAYgXEEDdGorAwCgIVcgVyAcIBhqQQFqIV0gBiBdQQN0aisDAKAhV0ECISdBfyEnIFcgHiAYakF/aiFeIAYgXkEDdGor' +
  'AwCgIVcgVyAeIBhqQQBqIV8gBiBfQQN0aisDAKAhVyBXIB4gGGpBAWohYCAGIGBBA3RqKwMAoCFXQQIhJ0ECISYgICAYaiE6IAAg' +
  'OkEDdGogV0QAAAAAAAAiQKM5AwALIBhBAWohGCAYIAJBAWtIDQALCwsgF0EBaiEXIBe3IAhEAAAAAAAA8D+hYw0ACwsLIAlBAWoh' +
  'CSAJIANIDQALCyAEJAALdgECfyAAQYCAgMAASwRAAAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRBgICAgARLBEAACyAEPwBBEHRLBEAg' +
  'BD8AQRB0a0H//wNqQRB2QABBf0YEQAALCyAEJAAgA0EIayAANgIAIAIEQCADQQAgACABdPwLAAsgAwsGAEEIJAAL';

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
