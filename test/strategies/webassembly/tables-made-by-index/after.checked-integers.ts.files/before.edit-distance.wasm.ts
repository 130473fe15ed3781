// editDistanceKernel: editDistance of before.ts as a WebAssembly module of 2164 bytes, made by Speedlens. The source is editDistance itself,
// which also does what the kernel cannot. When editDistance changes, take away this file and what before.ts says of editDistanceKernel, and make them anew:
//   speedlens bench before.ts#editDistance --strategies webassembly/checked-integers --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEwNgBH9/f38BfGADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRl' +
  'AAEFcmVzZXQAAgqcEAObDwkDfwF8An8BfAh/AXwCfwF8YH8jACEEIAFBAWpBAGohBQJAAkAgBRpBAUUNACAFQQBORQ0AIAVBgICA' +
  'wABMRQ0ADAELAAsgA0EBakEAaiEGAkACQCAGGkEBRQ0AIAZBAE5FDQAgBkGAgIDAAExFDQAMAQsACyAFtyAGt6IhByAHIgr8AyIL' +
  'uCAKYgRAAAsgCyEJIAlBAkEBEAEhCEEAIQwCQCAMIAVIRQ0AA0ACQEEAIQ0CQCANIAZIRQ0AA0ACQCAMIQ8gDSEQIA8gBmwgEGoh' +
  'DiAIIA5BAnRqIAxBAEYEfyANBSAMQQAgDUEARhsLNgIACyANQQFqIQ0gDSAGSA0ACwsLIAxBAWohDCAMIAVIDQALCyADQQFqQQBq' +
  'IRECQAJAIBEaQQFFDQAgEUEATkUNACARQYCAgMAATEUNAAwBCwALIAFBAWpBAGohEgJAAkAgEhpBAUUNACASQQBORQ0AIBJBgICA' +
  'wABMRQ0ADAELAAsgEbcgEreiIRMgEyIW/AMiF7ggFmIEQAALIBchFSAVQQJBARABIRRBACEYAkAgGCARSEUNAANAAkBBACEZAkAg' +
  'GSASSEUNAANAAkAgGCEbIBkhHCAbIBJsIBxqIRogFCAaQQJ0aiAYQQpsIBlqNgIACyAZQQFqIRkgGSASSA0ACwsLIBhBAWohGCAY' +
  'IBFIDQALC0EBIR0CQCAdIAFMRQ0AA0ACQEEBIR4CQCAeIANMRQ0AIB1BAWshHyAAIB9BAXRqLwEAISAgHSIjIAVPBEAACyAGISIg' +
  'CCAjICJsQQJ0aiEhIAMgBkgEQAUACyAeQQFrISQgJCAiTwRAAAsgISAkQQJ0aigCACElIB4gA0EDa0wEQCAeISYgISAmQQJ0aiEm' +
  'IB4hJyACICdBAXRqQX5qIScDQAJAIB4hKCAlISkgJiAgICcvAQBGBH8gHUEBayErICsgBU8EQAALIB5BAWshLCArIAZsICxqISog' +
  'CCAqQQJ0aigCAAVBASAdQQFrITIgMiAFTwRAAAsgHiEzIDIgBmwgM2ohMSAIIDFBAnRqKAIAIS8gHUEBayE1IDUgBU8EQAALIB5B' +
  'AWshNiA1IAZsIDZqITQgCCA0QQJ0aigCACEwIC8gMCAvIDBIGyEtICkhLiAtIC4gLSAuSBtqCyI3QYCU69wDSgRAAAsgNyIlNgIA' +
  'CyAeQQFqIR4CQCAeISggJSEpICYgICAnLwECRgR/IB1BAWshOSA5IAVPBEAACyAeQQFrITogOSAGbCA6aiE4IAggOEECdGooAgAF' +
  'QQEgHUEBayFAIEAgBU8EQAALIB4hQSBAIAZsIEFqIT8gCCA/QQJ0aigCACE9IB1BAWshQyBDIAVPBEAACyAeQQFrIUQgQyAGbCBE' +
  'aiFCIAggQkECdGooAgAhPiA9ID4gPSA+SBshOyApITwgOyA8IDsgPEgbagsiRUGAlOvcA0oEQAALIEUiJTYCBAsgHkEBaiEeAkAg' +
  'HiEoICUhKSAmICAgJy8BBEYEfyAdQQFrIUcgRyAFTwRAAAsgHkEBayFIIEcgBmwgSGohRiAIIEZBAnRqKAIABUEBIB1BAWshTiBO' +
  'IAVPBEAACyAeIU8gTiAGbCBPaiFNIAggTUECdGooAgAhSyAdQQFrIVEgUSAFTwRAAAsgHkEBayFSIFEgBmwgUmohUCAIIFBBAnRq' +
  'KAIAIUwgSyBMIEsgTEgbIUkgKSFKIEkgSiBJIEpIG2oLIlNBgJTr3ANKBEAACyBTIiU2AggLIB5BAWohHgJAIB4hKCAlISkgJiAg' +
  'ICcvAQZGBH8gHUEBayFVIFUgBU8EQAALIB5BAWshViBVIAZsIFZqIVQgCCBUQQJ0aigCAAVBASAdQQFrIVwgXCAFTwRAAAsgHiFd' +
  'IFwgBmwgXWohWyAIIFtBAnRqKAIAIVkgHUEBayFfIF8gBU8EQAALIB5BAWshYCBfIAZsIGBqIV4gCCBeQQJ0aigCACFaIFkgWiBZ' +
  'IFpIGyFXICkhWCBXIFggVyBYSBtqCyJhQYCU69wDSgRAAAsgYSIlNgIMCyAeQQFqIR4gJkEQaiEmICdBCGohJyAeIANBA2tMDQAL' +
  'CyAeIANMRQ0AA0ACQCAeISggJSEpICEgKEECdGogICAeQQFrIWIgAiBiQQF0ai8BAEYEfyAdQQFrIWQgZCAFTwRAAAsgHkEBayFl' +
  'IGQgBmwgZWohYyAIIGNBAnRqKAIABUEBIB1BAWshayBrIAVPBEAACyAeIWwgayAGbCBsaiFqIAggakECdGooAgAhaCAdQQFrIW4g' +
  'biAFTwRAAAsgHkEBayFvIG4gBmwgb2ohbSAIIG1BAnRqKAIAIWkgaCBpIGggaUgbIWYgKSFnIGYgZyBmIGdIG2oLInBBgJTr3ANK' +
  'BEAACyBwIiU2AgALIB5BAWohHiAeIANMDQALCwsgHUEBaiEdIB0gAUwNAAsLIAEhciByIAVPBEAACyADIXMgcyAGTwRAAAsgciAG' +
  'bCBzaiFxIAggcUECdGooAgC3RAAAAAAAQI9AoiADIXUgdSARTwRAAAsgASF2IHYgEk8EQAALIHUgEmwgdmohdCAUIHRBAnRqKAIA' +
  't6AgBCQADyAEJAAAC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/' +
  'AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLBgBBCCQACw==';

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
