// editDistanceKernel: editDistance of before.ts as a WebAssembly module of 1240 bytes, made by Speedlens. The source is editDistance itself,
// which also does what the kernel cannot. When editDistance changes, take away this file and what before.ts says of editDistanceKernel, and make them anew:
//   speedlens bench before.ts#editDistance --strategies webassembly/checked-integers --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABGQRgAnx8AXxgBH9/f38BfGADf39/AX9gAAACDwEBbQlyZW1haW5kZXIAAAMFBAECAAMFAwEAAQYGAX8BQQgLByME' +
  'A3J1bgABBm1lbW9yeQIACGFsbG9jYXRlAAIFcmVzZXQABAroCASiBwUIfwF8HH8BfAZ/IwAhBCADQQFqIQUgBSEHIAcgCEsEQCAH' +
  'IghBAkEAEAIhBgsgBkEAIAdBAnT8CwBBACEJAkAgCSAHSEUNAANAAkAgCSEKIAkhCyAKIAdPBEAACyAGIApBAnRqIAs2AgALIAlB' +
  'AWohCSAJIAdIDQALC0QAAAAAAAAAACEMQQAhDQJAIA0gAUhFDQADQAJAIA1BAWohEEEBIQ8gDyARSwRAIA8iEUECQQAQAiEOCyAO' +
  'QQAgD0ECdPwLACAOIBA2AgBBACESAkAgEiADSEUNACAAIA1BAXRqLwEAIRMDQAJAIBIgB08EQAALIAYgEkECdGooAgBBAEEBIBMg' +
  'AiASQQF0ai8BAEYbaiEUIBJBAWohGiAaIAdPBEAACyAGIBpBAnRqKAIAQQFqIRggEiAPTwRAAAsgDiASQQJ0aigCAEEBaiEZIBgg' +
  'GSAYIBlIGyEWIBQhFyAWIBcgFiAXSBsiG0GAlOvcA2pBgKjWuQdLBEAACyAbIRUgDyARRgRAIBFBAXRBEGohESAOIRwgEUECQQAQ' +
  'AiIOIBwgD0ECdPwKAAALIA4gD0ECdGogFTYCACAPQQFqIQ8LIBJBAWohEiASIANIDQALCyANQQFqIR0gDSEeIB0hICAgICFLBEAg' +
  'ICIhQQJBABACIR8LIB9BACAgQQJ0/AsAIB4hIiAfIiMgIEECdGohJAJAA0AgIyAkTw0BICMgIjYCACAjQQRqISMMAAsLQQAhJQJA' +
  'ICUgDUhFDQADQAJAICUhJiAltyAPtxADIin8AyIquCApYgRAAAsgKiEoICggD08EQAALIA4gKEECdGooAgAhJyAmICBPBEAgJiAg' +
  'RwRAAAsgICAhRgRAICFBAXRBEGohISAfISsgIUECQQAQAiIfICsgIEECdPwKAAALICBBAWohIAsgHyAmQQJ0aiAnNgIACyAlQQFq' +
  'ISUgJSANSA0ACwsgACANQQF0ai8BAEH4AEYEQAwBC0EAISwgLCAgTwRAAAsgHyAsQQJ0aigCAEECb0EARgRAIAxEAAAAAAAA8D+g' +
  'IQwLIAYgCCAOIQYgESEIIREhDiAPIQcLIA1BAWohDSANIAFIDQALC0EAIS0CQCAtIAdIRQ0AA0ACQCAGIC1BAnRqKAIAIS4gDCAu' +
  't6AhDAsgLUEBaiEtIC0gB0gNAAsLIAMhLyAvIAdPBEAACyAGIC9BAnRqKAIAt0QAAAAAAECPQKIgDKAgBCQADyAEJAAAC3YBAn8g' +
  'AEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9G' +
  'BEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLRAAgAJ0gAGEgAJlEAAAAAAAAQENjcSABnSABYSABmUQAAAAA' +
  'AABAQ2NxcQR8IAAgACABo50gAaKhIACmBSAAIAEQAAsLBgBBCCQACw==';

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
