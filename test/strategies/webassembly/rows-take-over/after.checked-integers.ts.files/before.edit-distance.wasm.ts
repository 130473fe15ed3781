// editDistanceKernel: editDistance of before.ts as a WebAssembly module of 3203 bytes, made by Speedlens. The source is editDistance itself,
// which also does what the kernel cannot. When editDistance changes, take away this file and what before.ts says of editDistanceKernel, and make them anew:
//   speedlens bench before.ts#editDistance --strategies webassembly/checked-integers --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABGQRgAnx8AXxgBH9/f38BfGADf39/AX9gAAACDwEBbQlyZW1haW5kZXIAAAMFBAECAAMFAwEAAQYGAX8BQQgLByME' +
  'A3J1bgABBm1lbW9yeQIACGFsbG9jYXRlAAIFcmVzZXQABAqTGATNFgUIfwF8XX8BfAd/IwAhBCADQQFqIQUgBSEHIAcgCEsEQCAH' +
  'IghBAkEAEAIhBgsgBkEAIAdBAnT8CwBBACEJAkAgCSAHSEUNAANAAkAgCSEKIAkhCyAKIAdPBEAACyAGIApBAnRqIAs2AgALIAlB' +
  'AWohCSAJIAdIDQALC0QAAAAAAAAAACEMQQAhDQJAIA0gAUhFDQADQAJAIA1BAWohEEEBIQ8gDyARSwRAIA8iEUECQQAQAiEOCyAO' +
  'QQAgD0ECdPwLACAOIBA2AgBBACESAkAgEiADSEUNACAAIA1BAXRqLwEAIRMgEiADQQdrSARAIBIhFCACIBRBAXRqIRQDQAJAIBIg' +
  'B08EQAALIAYgEkECdGooAgBBAEEBIBMgFC8BAEYbaiEVIBJBAWohGyAbIAdPBEAACyAGIBtBAnRqKAIAQQFqIRkgEiAPTwRAAAsg' +
  'DiASQQJ0aigCAEEBaiEaIBkgGiAZIBpIGyEXIBUhGCAXIBggFyAYSBsiHEGAlOvcA0oEQAALIBwhFiAPIBFGBEAgEUEBdEEQaiER' +
  'IA4hHSARQQJBABACIg4gHSAPQQJ0/AoAAAsgDiAPQQJ0aiAWNgIAIA9BAWohDwsgEkEBaiESAkAgEiAHTwRAAAsgBiASQQJ0aigC' +
  'AEEAQQEgEyAULwECRhtqIRUgEkEBaiEjICMgB08EQAALIAYgI0ECdGooAgBBAWohISASIA9PBEAACyAOIBJBAnRqKAIAQQFqISIg' +
  'ISAiICEgIkgbIR8gFSEgIB8gICAfICBIGyIkQYCU69wDSgRAAAsgJCEeIA8gEUYEQCARQQF0QRBqIREgDiElIBFBAkEAEAIiDiAl' +
  'IA9BAnT8CgAACyAOIA9BAnRqIB42AgAgD0EBaiEPCyASQQFqIRICQCASIAdPBEAACyAGIBJBAnRqKAIAQQBBASATIBQvAQRGG2oh' +
  'FSASQQFqISsgKyAHTwRAAAsgBiArQQJ0aigCAEEBaiEpIBIgD08EQAALIA4gEkECdGooAgBBAWohKiApICogKSAqSBshJyAVISgg' +
  'JyAoICcgKEgbIixBgJTr3ANKBEAACyAsISYgDyARRgRAIBFBAXRBEGohESAOIS0gEUECQQAQAiIOIC0gD0ECdPwKAAALIA4gD0EC' +
  'dGogJjYCACAPQQFqIQ8LIBJBAWohEgJAIBIgB08EQAALIAYgEkECdGooAgBBAEEBIBMgFC8BBkYbaiEVIBJBAWohMyAzIAdPBEAA' +
  'CyAGIDNBAnRqKAIAQQFqITEgEiAPTwRAAAsgDiASQQJ0aigCAEEBaiEyIDEgMiAxIDJIGyEvIBUhMCAvIDAgLyAwSBsiNEGAlOvc' +
  'A0oEQAALIDQhLiAPIBFGBEAgEUEBdEEQaiERIA4hNSARQQJBABACIg4gNSAPQQJ0/AoAAAsgDiAPQQJ0aiAuNgIAIA9BAWohDwsg' +
  'EkEBaiESAkAgEiAHTwRAAAsgBiASQQJ0aigCAEEAQQEgEyAULwEIRhtqIRUgEkEBaiE7IDsgB08EQAALIAYgO0ECdGooAgBBAWoh' +
  'OSASIA9PBEAACyAOIBJBAnRqKAIAQQFqITogOSA6IDkgOkgbITcgFSE4IDcgOCA3IDhIGyI8QYCU69wDSgRAAAsgPCE2IA8gEUYE' +
  'QCARQQF0QRBqIREgDiE9IBFBAkEAEAIiDiA9IA9BAnT8CgAACyAOIA9BAnRqIDY2AgAgD0EBaiEPCyASQQFqIRICQCASIAdPBEAA' +
  'CyAGIBJBAnRqKAIAQQBBASATIBQvAQpGG2ohFSASQQFqIUMgQyAHTwRAAAsgBiBDQQJ0aigCAEEBaiFBIBIgD08EQAALIA4gEkEC' +
  'dGooAgBBAWohQiBBIEIgQSBCSBshPyAVIUAgPyBAID8gQEgbIkRBgJTr3ANKBEAACyBEIT4gDyARRgRAIBFBAXRBEGohESAOIUUg' +
  'EUECQQAQAiIOIEUgD0ECdPwKAAALIA4gD0ECdGogPjYCACAPQQFqIQ8LIBJBAWohEgJAIBIgB08EQAALIAYgEkECdGooAgBBAEEB' +
  'IBMgFC8BDEYbaiEVIBJBAWohSyBLIAdPBEAACyAGIEtBAnRqKAIAQQFqIUkgEiAPTwRAAAsgDiASQQJ0aigCAEEBaiFKIEkgSiBJ' +
  'IEpIGyFHIBUhSCBHIEggRyBISBsiTEGAlOvcA0oEQAALIEwhRiAPIBFGBEAgEUEBdEEQaiERIA4hTSARQQJBABACIg4gTSAPQQJ0' +
  '/AoAAAsgDiAPQQJ0aiBGNgIAIA9BAWohDwsgEkEBaiESAkAgEiAHTwRAAAsgBiASQQJ0aigCAEEAQQEgEyAULwEORhtqIRUgEkEB' +
  'aiFTIFMgB08EQAALIAYgU0ECdGooAgBBAWohUSASIA9PBEAACyAOIBJBAnRqKAIAQQFqIVIgUSBSIFEgUkgbIU8gFSFQIE8gUCBP' +
  'IFBIGyJUQYCU69wDSgRAAAsgVCFOIA8gEUYEQCARQQF0QRBqIREgDiFVIBFBAkEAEAIiDiBVIA9BAnT8CgAACyAOIA9BAnRqIE42' +
  'AgAgD0EBaiEPCyASQQFqIRIgFEEQaiEUIBIgA0EHa0gNAAsLIBIgA0hFDQADQAJAIBIgB08EQAALIAYgEkECdGooAgBBAEEBIBMg' +
  'AiASQQF0ai8BAEYbaiEVIBJBAWohWyBbIAdPBEAACyAGIFtBAnRqKAIAQQFqIVkgEiAPTwRAAAsgDiASQQJ0aigCAEEBaiFaIFkg' +
  'WiBZIFpIGyFXIBUhWCBXIFggVyBYSBsiXEGAlOvcA0oEQAALIFwhViAPIBFGBEAgEUEBdEEQaiERIA4hXSARQQJBABACIg4gXSAP' +
  'QQJ0/AoAAAsgDiAPQQJ0aiBWNgIAIA9BAWohDwsgEkEBaiESIBIgA0gNAAsLIA1BAWohXiANIV8gXiFhIGEgYksEQCBhImJBAkEA' +
  'EAIhYAsgYEEAIGFBAnT8CwAgXyFjIGAiZCBhQQJ0aiFlAkADQCBkIGVPDQEgZCBjNgIAIGRBBGohZAwACwtBACFmAkAgZiANSEUN' +
  'AANAAkAgZiFnIGa3IA+3EAMiavwDImu4IGpiBEAACyBrIWkgaSAPTwRAAAsgDiBpQQJ0aigCACFoIGcgYU8EQCBnIGFHBEAACyBh' +
  'IGJGBEAgYkEBdEEQaiFiIGAhbCBiQQJBABACImAgbCBhQQJ0/AoAAAsgYUEBaiFhCyBgIGdBAnRqIGg2AgALIGZBAWohZiBmIA1I' +
  'DQALCyAAIA1BAXRqLwEAQfgARgRADAELQQAhbSBtIGFPBEAACyBgIG1BAnRqKAIAQQJvQQBGBEAgDEQAAAAAAADwP6AhDAsgBiAI' +
  'IA4hBiARIQghESEOIA8hBwsgDUEBaiENIA0gAUgNAAsLQQAhbgJAIG4gB0EHa0gEQCBuIW8gBiBvQQJ0aiFvA0ACQCBvKAIAIXAg' +
  'DCBwt6AhDAsgbkEBaiFuAkAgbygCBCFwIAwgcLegIQwLIG5BAWohbgJAIG8oAgghcCAMIHC3oCEMCyBuQQFqIW4CQCBvKAIMIXAg' +
  'DCBwt6AhDAsgbkEBaiFuAkAgbygCECFwIAwgcLegIQwLIG5BAWohbgJAIG8oAhQhcCAMIHC3oCEMCyBuQQFqIW4CQCBvKAIYIXAg' +
  'DCBwt6AhDAsgbkEBaiFuAkAgbygCHCFwIAwgcLegIQwLIG5BAWohbiBvQSBqIW8gbiAHQQdrSA0ACwsgbiAHSEUNAANAAkAgBiBu' +
  'QQJ0aigCACFwIAwgcLegIQwLIG5BAWohbiBuIAdIDQALCyADIXEgcSAHTwRAAAsgBiBxQQJ0aigCALdEAAAAAABAj0CiIAygIAQk' +
  'AA8gBCQAAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRr' +
  'Qf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADC0QAIACdIABhIACZRAAAAAAAAEBDY3Eg' +
  'AZ0gAWEgAZlEAAAAAAAAQENjcXEEfCAAIAAgAaOdIAGioSAApgUgACABEAALCwYAQQgkAAs=';

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
