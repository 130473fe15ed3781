// editDistanceKernel: editDistance of before.ts as a WebAssembly module of 1292 bytes, made by Speedlens. The source is editDistance itself,
// which also does what the kernel cannot. When editDistance changes, make this file anew:
//   speedlens bench before.ts#editDistance --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABGQRgAnx8AXxgBH9/f38BfGADf39/AX9gAAACDwEBbQlyZW1haW5kZXIAAAMFBAECAAMFAwEAAQYGAX8BQQgLByME' +
  'A3J1bgABBm1lbW9yeQIACGFsbG9jYXRlAAIFcmVzZXQABAqcCQTWBwUIfwF8HH8BfAZ/IwAhBCADQQFqIQUgBSEHIAcgCEsEQCAH' +
  'IghBAkEAEAIhBgsgBkEAIAdBAnT8CwBBACEJAkAgCSAHSEUNACAHQQFrIAdIBEAFAAsDQAJAIAkhCiAJIQsgCiAHTwRAAAsgBiAK' +
  'QQJ0aiALNgIACyAJQQFqIQkgCSAHSA0ACwtEAAAAAAAAAAAhDEEAIQ0CQCANIAFIRQ0AIAFBAWsgAUgEQAUACwNAAkAgDUEBaiEQ' +
  'QQEhDyAPIBFLBEAgDyIRQQJBABACIQ4LIA5BACAPQQJ0/AsAIA4gEDYCAEEAIRICQCASIANIRQ0AIAAgDUEBdGovAQAhEyADQQFr' +
  'IANIBEAFAAsDQAJAIBIgB08EQAALIAYgEkECdGooAgBBAEEBIBMgAiASQQF0ai8BAEYbaiEUIBJBAWohGiAaIAdPBEAACyAGIBpB' +
  'AnRqKAIAQQFqIRggEiAPTwRAAAsgDiASQQJ0aigCAEEBaiEZIBggGSAYIBlIGyEWIBQhFyAWIBcgFiAXSBsiG0GAlOvcA2pBgKjW' +
  'uQdLBEAACyAbIRUgDyARRgRAIBFBAXRBEGohESAOIRwgEUECQQAQAiIOIBwgD0ECdPwKAAALIA4gD0ECdGogFTYCACAPQQFqIQ8L' +
  'IBJBAWohEiASIANIDQALCyANQQFqIR0gDSEeIB0hICAgICFLBEAgICIhQQJBABACIR8LIB9BACAgQQJ0/AsAIB4hIiAfIiMgIEEC' +
  'dGohJAJAA0AgIyAkTw0BICMgIjYCACAjQQRqISMMAAsLQQAhJQJAICUgDUhFDQADQAJAICUhJiAltyAPtxADIin8AyIquCApYgRA' +
  'AAsgKiEoICggD08EQAALIA4gKEECdGooAgAhJyAmICBPBEAgJiAgRwRAAAsgICAhRgRAICFBAXRBEGohISAfISsgIUECQQAQAiIf' +
  'ICsgIEECdPwKAAALICBBAWohIAsgHyAmQQJ0aiAnNgIACyAlQQFqISUgJSANSA0ACwsgACANQQF0ai8BAEH4AEYEQAwBC0EAISwg' +
  'LCAgTwRAAAsgHyAsQQJ0aigCAEECb0EARgRAIAxEAAAAAAAA8D+gIQwLIAYgCCAOIQYgESEIIREhDiAPIQcLIA1BAWohDSANIAFI' +
  'DQALC0EAIS0CQCAtIAdIRQ0AIAdBAWsgB0gEQAUACwNAAkAgBiAtQQJ0aigCACEuIAwgLregIQwLIC1BAWohLSAtIAdIDQALCyAD' +
  'IS8gLyAHTwRAAAsgBiAvQQJ0aigCALdEAAAAAABAj0CiIAygIAQkAA8gBCQAAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACAB' +
  'dGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRA' +
  'IANBACAAIAF0/AsACyADC0QAIACdIABhIACZRAAAAAAAAEBDY3EgAZ0gAWEgAZlEAAAAAAAAQENjcXEEfCAAIAAgAaOdIAGioSAA' +
  'pgUgACABEAALCwYAQQgkAAs=';

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
    const instance = new WebAssembly.Instance(module, { m: { remainder: (x: number, y: number) => x % y } });
    return instance.exports as unknown as Kernel;
  } catch {
    // WebAssembly is not allowed here, by a content security policy for example: the original does the work.
    return undefined;
  }
}

/** The result, or undefined when the original has to compute it; nothing has been changed then. */
export function editDistanceKernel(a: string, b: string): number | undefined {
  if (kernel === undefined || typeof a !== 'string' || typeof b !== 'string') return undefined;
  try {
    kernel.reset();
    const aAddress = kernel.allocate(a.length, 1, 0);
    const aView = new Uint16Array(kernel.memory.buffer, aAddress, a.length);
    for (let index = 0; index < a.length; index++) aView[index] = a.charCodeAt(index);
    const bAddress = kernel.allocate(b.length, 1, 0);
    const bView = new Uint16Array(kernel.memory.buffer, bAddress, b.length);
    for (let index = 0; index < b.length; index++) bView[index] = b.charCodeAt(index);
    return kernel.run(aAddress, a.length, bAddress, b.length);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
