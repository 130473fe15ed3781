// editDistanceKernel: editDistance of before.ts as a WebAssembly module of 1285 bytes, made by Speedlens. The source is editDistance itself,
// which also does what the kernel cannot. When editDistance changes, make this file anew:
//   speedlens bench before.ts#editDistance --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEwNgBH9/f38BfGADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRl' +
  'AAEFcmVzZXQAAgqtCQOsCAkDfwF8An8BfAh/AXwCfwF8JH8jACEEIAFBAWpBAGohBQJAAkAgBRpBAUUNACAFQQBORQ0AIAVBgICA' +
  'wABMRQ0ADAELAAsgA0EBakEAaiEGAkACQCAGGkEBRQ0AIAZBAE5FDQAgBkGAgIDAAExFDQAMAQsACyAFtyAGt6IhByAHIgr8AyIL' +
  'uCAKYgRAAAsgCyEJIAlBAkEBEAEhCEEAIQwCQCAMIAVIRQ0AA0ACQEEAIQ0CQCANIAZIRQ0AA0ACQCAMIg8gBU8EQAALIA0iECAG' +
  'TwRAAAsgDyAGbCAQaiEOIAggDkECdGogDEEARgR/IA0FIAxBACANQQBGGws2AgALIA1BAWohDSANIAZIDQALCwsgDEEBaiEMIAwg' +
  'BUgNAAsLIANBAWpBAGohEQJAAkAgERpBAUUNACARQQBORQ0AIBFBgICAwABMRQ0ADAELAAsgAUEBakEAaiESAkACQCASGkEBRQ0A' +
  'IBJBAE5FDQAgEkGAgIDAAExFDQAMAQsACyARtyASt6IhEyATIhb8AyIXuCAWYgRAAAsgFyEVIBVBAkEBEAEhFEEAIRgCQCAYIBFI' +
  'RQ0AA0ACQEEAIRkCQCAZIBJIRQ0AA0ACQCAYIhsgEU8EQAALIBkiHCASTwRAAAsgGyASbCAcaiEaIBQgGkECdGogGEEKbCAZajYC' +
  'AAsgGUEBaiEZIBkgEkgNAAsLCyAYQQFqIRggGCARSA0ACwtBASEdAkAgHSABTEUNAANAAkBBASEeAkAgHiADTEUNACAdQQFrIR8g' +
  'HyABTwRAAAsgACAfQQF0ai8BACEgIB0iIyAFTwRAAAsgBiEiIAggIyAibEECdGohISADICJIBEAFAAsgA0EBayADSARABQALA0AC' +
  'QCAeISQgISAkQQJ0aiAgIB5BAWshJSACICVBAXRqLwEARgR/IB1BAWsiJyAFTwRAAAsgHkEBayIoIAZPBEAACyAnIAZsIChqISYg' +
  'CCAmQQJ0aigCAAVBASAdQQFrIi4gBU8EQAALIB4iLyAGTwRAAAsgLiAGbCAvaiEtIAggLUECdGooAgAhKyAeQQFrITAgMCAiTwRA' +
  'AAsgISAwQQJ0aigCACEsICsgLCArICxIGyEpIB1BAWsiMiAFTwRAAAsgHkEBayIzIAZPBEAACyAyIAZsIDNqITEgCCAxQQJ0aigC' +
  'ACEqICkgKiApICpIG2oLIjRBgJTr3ANqQYCo1rkHSwRAAAsgNDYCAAsgHkEBaiEeIB4gA0wNAAsLCyAdQQFqIR0gHSABTA0ACwsg' +
  'ASI2IAVPBEAACyADIjcgBk8EQAALIDYgBmwgN2ohNSAIIDVBAnRqKAIAt0QAAAAAAECPQKIgAyI5IBFPBEAACyABIjogEk8EQAAL' +
  'IDkgEmwgOmohOCAUIDhBAnRqKAIAt6AgBCQADyAEJAAAC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCA' +
  'gIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8CwAL' +
  'IAMLBgBBCCQACw==';

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
    const instance = new WebAssembly.Instance(module, {});
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
