// editDistanceKernel: editDistance of before.ts as a WebAssembly module of 3035 bytes, made by Speedlens. The source is editDistance itself,
// which also does what the kernel cannot. When editDistance changes, take away this file and what before.ts says of editDistanceKernel, and make them anew:
//   speedlens bench before.ts#editDistance --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABGQRgAnx8AXxgBH9/f38BfGADf39/AX9gAAACDwEBbQlyZW1haW5kZXIAAAMFBAECAAMFAwEAAQYGAX8BQQgLByME' +
  'A3J1bgABBm1lbW9yeQIACGFsbG9jYXRlAAIFcmVzZXQABArrFgSlFR8HfwJ8CH8CfAJ/AXwCfwF8An8BfAJ/AXwCfwF8An8BfAJ/' +
  'AXwCfwF8B38BfAR/AXwBfwF8An8BfAN/AXwBfyMAIQQgA0EBaiEFIAUhByAHIAhLBEAgByIIQQNBABACIQYLIAZBACAHQQN0/AsA' +
  'QQAhCQJAIAkgB0hFDQADQAJAIAkhCiAJtyELIAogB08EQAALIAYgCkEDdGogCzkDAAsgCUEBaiEJIAkgB0gNAAsLRAAAAAAAAAAA' +
  'IQxBACENAkAgDSABSEUNAANAAkAgDUEBaiEQQQEhDyAPIBFLBEAgDyIRQQNBABACIQ4LIA5BACAPQQN0/AsAIA4gELc5AwBBACES' +
  'AkAgEiADSEUNACAAIA1BAXRqLwEAIRMgEiADQQdrSARAIBIhFCACIBRBAXRqIRQDQAJAIBIgB08EQAALIAYgEkEDdGorAwBBAEEB' +
  'IBMgFC8BAEYbt6AhFSASQQFqIRcgFyAHTwRAAAsgBiAXQQN0aisDAEQAAAAAAADwP6AgEiAPTwRAAAsgDiASQQN0aisDAEQAAAAA' +
  'AADwP6CkIBWkIRYgDyARRgRAIBFBAXRBEGohESAOIRggEUEDQQAQAiIOIBggD0EDdPwKAAALIA4gD0EDdGogFjkDACAPQQFqIQ8L' +
  'IBJBAWohEgJAIBIgB08EQAALIAYgEkEDdGorAwBBAEEBIBMgFC8BAkYbt6AhFSASQQFqIRogGiAHTwRAAAsgBiAaQQN0aisDAEQA' +
  'AAAAAADwP6AgEiAPTwRAAAsgDiASQQN0aisDAEQAAAAAAADwP6CkIBWkIRkgDyARRgRAIBFBAXRBEGohESAOIRsgEUEDQQAQAiIO' +
  'IBsgD0EDdPwKAAALIA4gD0EDdGogGTkDACAPQQFqIQ8LIBJBAWohEgJAIBIgB08EQAALIAYgEkEDdGorAwBBAEEBIBMgFC8BBEYb' +
  't6AhFSASQQFqIR0gHSAHTwRAAAsgBiAdQQN0aisDAEQAAAAAAADwP6AgEiAPTwRAAAsgDiASQQN0aisDAEQAAAAAAADwP6CkIBWk' +
  'IRwgDyARRgRAIBFBAXRBEGohESAOIR4gEUEDQQAQAiIOIB4gD0EDdPwKAAALIA4gD0EDdGogHDkDACAPQQFqIQ8LIBJBAWohEgJA' +
  'IBIgB08EQAALIAYgEkEDdGorAwBBAEEBIBMgFC8BBkYbt6AhFSASQQFqISAgICAHTwRAAAsgBiAgQQN0aisDAEQAAAAAAADwP6Ag' +
  'EiAPTwRAAAsgDiASQQN0aisDAEQAAAAAAADwP6CkIBWkIR8gDyARRgRAIBFBAXRBEGohESAOISEgEUEDQQAQAiIOICEgD0EDdPwK' +
  'AAALIA4gD0EDdGogHzkDACAPQQFqIQ8LIBJBAWohEgJAIBIgB08EQAALIAYgEkEDdGorAwBBAEEBIBMgFC8BCEYbt6AhFSASQQFq' +
  'ISMgIyAHTwRAAAsgBiAjQQN0aisDAEQAAAAAAADwP6AgEiAPTwRAAAsgDiASQQN0aisDAEQAAAAAAADwP6CkIBWkISIgDyARRgRA' +
  'IBFBAXRBEGohESAOISQgEUEDQQAQAiIOICQgD0EDdPwKAAALIA4gD0EDdGogIjkDACAPQQFqIQ8LIBJBAWohEgJAIBIgB08EQAAL' +
  'IAYgEkEDdGorAwBBAEEBIBMgFC8BCkYbt6AhFSASQQFqISYgJiAHTwRAAAsgBiAmQQN0aisDAEQAAAAAAADwP6AgEiAPTwRAAAsg' +
  'DiASQQN0aisDAEQAAAAAAADwP6CkIBWkISUgDyARRgRAIBFBAXRBEGohESAOIScgEUEDQQAQAiIOICcgD0EDdPwKAAALIA4gD0ED' +
  'dGogJTkDACAPQQFqIQ8LIBJBAWohEgJAIBIgB08EQAALIAYgEkEDdGorAwBBAEEBIBMgFC8BDEYbt6AhFSASQQFqISkgKSAHTwRA' +
  'AAsgBiApQQN0aisDAEQAAAAAAADwP6AgEiAPTwRAAAsgDiASQQN0aisDAEQAAAAAAADwP6CkIBWkISggDyARRgRAIBFBAXRBEGoh' +
  'ESAOISogEUEDQQAQAiIOICogD0EDdPwKAAALIA4gD0EDdGogKDkDACAPQQFqIQ8LIBJBAWohEgJAIBIgB08EQAALIAYgEkEDdGor' +
  'AwBBAEEBIBMgFC8BDkYbt6AhFSASQQFqISwgLCAHTwRAAAsgBiAsQQN0aisDAEQAAAAAAADwP6AgEiAPTwRAAAsgDiASQQN0aisD' +
  'AEQAAAAAAADwP6CkIBWkISsgDyARRgRAIBFBAXRBEGohESAOIS0gEUEDQQAQAiIOIC0gD0EDdPwKAAALIA4gD0EDdGogKzkDACAP' +
  'QQFqIQ8LIBJBAWohEiAUQRBqIRQgEiADQQdrSA0ACwsgEiADSEUNAANAAkAgEiAHTwRAAAsgBiASQQN0aisDAEEAQQEgEyACIBJB' +
  'AXRqLwEARhu3oCEVIBJBAWohLyAvIAdPBEAACyAGIC9BA3RqKwMARAAAAAAAAPA/oCASIA9PBEAACyAOIBJBA3RqKwMARAAAAAAA' +
  'APA/oKQgFaQhLiAPIBFGBEAgEUEBdEEQaiERIA4hMCARQQNBABACIg4gMCAPQQN0/AoAAAsgDiAPQQN0aiAuOQMAIA9BAWohDwsg' +
  'EkEBaiESIBIgA0gNAAsLIA1BAWohMSANITIgMSE0IDQgNUsEQCA0IjVBA0EAEAIhMwsgM0EAIDRBA3T8CwAgMrchNiAzIjcgNEED' +
  'dGohOAJAA0AgNyA4Tw0BIDcgNjkDACA3QQhqITcMAAsLQQAhOQJAIDkgDUhFDQADQAJAIDkhOiA5tyAPtxADIj38AyI+uCA9YgRA' +
  'AAsgPiE8IDwgD08EQAALIA4gPEEDdGorAwAhOyA6IDRPBEAgOiA0RwRAAAsgNCA1RgRAIDVBAXRBEGohNSAzIT8gNUEDQQAQAiIz' +
  'ID8gNEEDdPwKAAALIDRBAWohNAsgMyA6QQN0aiA7OQMACyA5QQFqITkgOSANSA0ACwsgACANQQF0ai8BAEH4AEYEQAwBC0EAIUEg' +
  'QSA0TwRAAAsgMyBBQQN0aisDAEQAAAAAAADgP6IiQCBAnaFEAAAAAAAAAABhBEAgDEQAAAAAAADwP6AhDAsgBiAIIA4hBiARIQgh' +
  'ESEOIA8hBwsgDUEBaiENIA0gAUgNAAsLQQAhQgJAIEIgB0EHa0gEQCBCIUMgBiBDQQN0aiFDA0ACQCBDKwMAIUQgDCBEoCEMCyBC' +
  'QQFqIUICQCBDKwMIIUQgDCBEoCEMCyBCQQFqIUICQCBDKwMQIUQgDCBEoCEMCyBCQQFqIUICQCBDKwMYIUQgDCBEoCEMCyBCQQFq' +
  'IUICQCBDKwMgIUQgDCBEoCEMCyBCQQFqIUICQCBDKwMoIUQgDCBEoCEMCyBCQQFqIUICQCBDKwMwIUQgDCBEoCEMCyBCQQFqIUIC' +
  'QCBDKwM4IUQgDCBEoCEMCyBCQQFqIUIgQ0HAAGohQyBCIAdBB2tIDQALCyBCIAdIRQ0AA0ACQCAGIEJBA3RqKwMAIUQgDCBEoCEM' +
  'CyBCQQFqIUIgQiAHSA0ACwsgAyFFIEUgB08EQAALIAYgRUEDdGorAwBEAAAAAABAj0CiIAygIAQkAA8gBCQAAAt2AQJ/IABBgICA' +
  'wABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsL' +
  'IAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADC0QAIACdIABhIACZRAAAAAAAAEBDY3EgAZ0gAWEgAZlEAAAAAAAAQENj' +
  'cXEEfCAAIAAgAaOdIAGioSAApgUgACABEAALCwYAQQgkAAs=';

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
