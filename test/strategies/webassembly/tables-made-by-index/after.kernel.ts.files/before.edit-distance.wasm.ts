// editDistanceKernel: editDistance of before.ts as a WebAssembly module of 2678 bytes, made by Speedlens. The source is editDistance itself,
// which also does what the kernel cannot. When editDistance changes, take away this file and what before.ts says of editDistanceKernel, and make them anew:
//   speedlens bench before.ts#editDistance --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABEwNgBH9/f38BfGADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRl' +
  'AAEFcmVzZXQAAgqeFAOdExEDfwF8An8BfAR/BnsFfwZ7CX8BfAJ/AXwOfwF8A38BfDR/IwAhBCABQQFqQQBqIQUCQAJAIAUaQQFF' +
  'DQAgBUEATkUNACAFQYCAgMAATEUNAAwBCwALIANBAWpBAGohBgJAAkAgBhpBAUUNACAGQQBORQ0AIAZBgICAwABMRQ0ADAELAAsg' +
  'BbcgBreiIQcgByIK/AMiC7ggCmIEQAALIAshCSAJQQNBARABIQhBACEMAkAgDCAFSEUNAANAAkBBACENAkAgBkEHayIOQQAgDkEA' +
  'ShshDgJAA0AgDUEHaiAGTg0BIA23/RREAAAAAAAAAAD9FEQAAAAAAADwP/0iAf3wASEPIAy3/RQhEEQAAAAAAAAAAP0UIREgDbf9' +
  'FEQAAAAAAAAAAP0URAAAAAAAAPA//SIB/fABIRJEAAAAAAAAAAD9FCETQQAgDEEARmus/RIhFCAMIRcgDSIYIA5PBEAACyAXIAZs' +
  'IBhqIRUgCCAVQQN0aiEWIBYgDyAQIBEgEiAT/Uf9UiAU/VL9CwMAIBYgD0QAAAAAAAAAQP0U/fABIBAgESASRAAAAAAAAABA/RT9' +
  '8AEgE/1H/VIgFP1S/QsDECAWIA9EAAAAAAAAEED9FP3wASAQIBEgEkQAAAAAAAAQQP0U/fABIBP9R/1SIBT9Uv0LAyAgFiAPRAAA' +
  'AAAAABhA/RT98AEgECARIBJEAAAAAAAAGED9FP3wASAT/Uf9UiAU/VL9CwMwAkALIA1BAWohDQJACyANQQFqIQ0CQAsgDUEBaiEN' +
  'AkALIA1BAWohDQJACyANQQFqIQ0CQAsgDUEBaiENAkALIA1BAWohDQJACyANQQFqIQ0MAAsLIAZBAWsiGUEAIBlBAEobIRkCQANA' +
  'IA1BAWogBk4NASANt/0URAAAAAAAAAAA/RREAAAAAAAA8D/9IgH98AEhGiAMt/0UIRtEAAAAAAAAAAD9FCEcIA23/RREAAAAAAAA' +
  'AAD9FEQAAAAAAADwP/0iAf3wASEdRAAAAAAAAAAA/RQhHkEAIAxBAEZrrP0SIR8gDCEiIA0iIyAZTwRAAAsgIiAGbCAjaiEgIAgg' +
  'IEEDdGohISAhIBogGyAcIB0gHv1H/VIgH/1S/QsDAAJACyANQQFqIQ0CQAsgDUEBaiENDAALCyANIAZIRQ0AA0ACQCAMISUgDSEm' +
  'ICUgBmwgJmohJCAIICRBA3RqIAxBAEYEfyANBSAMQQAgDUEARhsLtzkDAAsgDUEBaiENIA0gBkgNAAsLCyAMQQFqIQwgDCAFSA0A' +
  'CwsgA0EBakEAaiEnAkACQCAnGkEBRQ0AICdBAE5FDQAgJ0GAgIDAAExFDQAMAQsACyABQQFqQQBqISgCQAJAICgaQQFFDQAgKEEA' +
  'TkUNACAoQYCAgMAATEUNAAwBCwALICe3ICi3oiEpICkiLPwDIi24ICxiBEAACyAtISsgK0ECQQEQASEqQQAhLgJAIC4gJ0hFDQAD' +
  'QAJAQQAhLwJAIC8gKEhFDQADQAJAIC4hMSAvITIgMSAobCAyaiEwICogMEECdGogLkEKbCAvajYCAAsgL0EBaiEvIC8gKEgNAAsL' +
  'CyAuQQFqIS4gLiAnSA0ACwtBASEzAkAgMyABTEUNAANAAkBBASE0AkAgNCADTEUNACAzQQFrITUgACA1QQF0ai8BACE2IDMiOSAF' +
  'TwRAAAsgBiE4IAggOSA4bEEDdGohNyADIAZIBEAFAAsgNEEBayE6IDogOE8EQAALIDcgOkEDdGorAwAhOyA0IANBA2tMBEAgNCE8' +
  'IDcgPEEDdGohPCA0IT0gAiA9QQF0akF+aiE9A0ACQCA0IT4gOyE/IDwgNiA9LwEARgR8IDNBAWshQSBBIAVPBEAACyA0QQFrIUIg' +
  'QSAGbCBCaiFAIAggQEEDdGorAwAFRAAAAAAAAPA/IDNBAWshRCBEIAVPBEAACyA0IUUgRCAGbCBFaiFDIAggQ0EDdGorAwAgM0EB' +
  'ayFHIEcgBU8EQAALIDRBAWshSCBHIAZsIEhqIUYgCCBGQQN0aisDAKQgP6SgCyI7OQMACyA0QQFqITQCQCA0IT4gOyE/IDwgNiA9' +
  'LwECRgR8IDNBAWshSiBKIAVPBEAACyA0QQFrIUsgSiAGbCBLaiFJIAggSUEDdGorAwAFRAAAAAAAAPA/IDNBAWshTSBNIAVPBEAA' +
  'CyA0IU4gTSAGbCBOaiFMIAggTEEDdGorAwAgM0EBayFQIFAgBU8EQAALIDRBAWshUSBQIAZsIFFqIU8gCCBPQQN0aisDAKQgP6Sg' +
  'CyI7OQMICyA0QQFqITQCQCA0IT4gOyE/IDwgNiA9LwEERgR8IDNBAWshUyBTIAVPBEAACyA0QQFrIVQgUyAGbCBUaiFSIAggUkED' +
  'dGorAwAFRAAAAAAAAPA/IDNBAWshViBWIAVPBEAACyA0IVcgViAGbCBXaiFVIAggVUEDdGorAwAgM0EBayFZIFkgBU8EQAALIDRB' +
  'AWshWiBZIAZsIFpqIVggCCBYQQN0aisDAKQgP6SgCyI7OQMQCyA0QQFqITQCQCA0IT4gOyE/IDwgNiA9LwEGRgR8IDNBAWshXCBc' +
  'IAVPBEAACyA0QQFrIV0gXCAGbCBdaiFbIAggW0EDdGorAwAFRAAAAAAAAPA/IDNBAWshXyBfIAVPBEAACyA0IWAgXyAGbCBgaiFe' +
  'IAggXkEDdGorAwAgM0EBayFiIGIgBU8EQAALIDRBAWshYyBiIAZsIGNqIWEgCCBhQQN0aisDAKQgP6SgCyI7OQMYCyA0QQFqITQg' +
  'PEEgaiE8ID1BCGohPSA0IANBA2tMDQALCyA0IANMRQ0AA0ACQCA0IT4gOyE/IDcgPkEDdGogNiA0QQFrIWQgAiBkQQF0ai8BAEYE' +
  'fCAzQQFrIWYgZiAFTwRAAAsgNEEBayFnIGYgBmwgZ2ohZSAIIGVBA3RqKwMABUQAAAAAAADwPyAzQQFrIWkgaSAFTwRAAAsgNCFq' +
  'IGkgBmwgamohaCAIIGhBA3RqKwMAIDNBAWshbCBsIAVPBEAACyA0QQFrIW0gbCAGbCBtaiFrIAgga0EDdGorAwCkID+koAsiOzkD' +
  'AAsgNEEBaiE0IDQgA0wNAAsLCyAzQQFqITMgMyABTA0ACwsgASFvIG8gBU8EQAALIAMhcCBwIAZPBEAACyBvIAZsIHBqIW4gCCBu' +
  'QQN0aisDAEQAAAAAAECPQKIgAyFyIHIgJ08EQAALIAEhcyBzIChPBEAACyByIChsIHNqIXEgKiBxQQJ0aigCALegIAQkAA8gBCQA' +
  'AAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pB' +
  'EHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

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
