// longestCommonSubsequenceKernel: longestCommonSubsequence of before.ts as a WebAssembly module of 1574 bytes, made by Speedlens. The source is longestCommonSubsequence itself,
// which also does what the kernel cannot. When longestCommonSubsequence changes, take away this file and what before.ts says of longestCommonSubsequenceKernel, and make them anew:
//   speedlens bench before.ts#longestCommonSubsequence --strategies webassembly/checked-integers --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEwNgBH9/f38Bf2ADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRl' +
  'AAEFcmVzZXQAAgrOCwPNCgUDfwF8An8BfDN/IwAhBCABQQFqQQBqIQUCQAJAIAUaQQFFDQAgBUEATkUNACAFQYCAgMAATEUNAAwB' +
  'CwALIANBAWpBAGohBgJAAkAgBhpBAUUNACAGQQBORQ0AIAZBgICAwABMRQ0ADAELAAsgBbcgBreiIQcgByIK/AMiC7ggCmIEQAAL' +
  'IAshCSAJQQJBARABIQhBASEMAkAgDCABTEUNAANAAkBBASENAkAgDSADTEUNACAMQQFrIQ4gACAOQQF0ai8BACEPIAwiEiAFTwRA' +
  'AAsgBiERIAggEiARbEECdGohECAMQQFrIhUgBU8EQAALIAYhFCAIIBUgFGxBAnRqIRMgAyAGSARABQALIA1BAWshFiAWIBFPBEAA' +
  'CyAQIBZBAnRqKAIAIRcgDSADQQdrTARAIA0hGCACIBhBAXRqQX5qIRggDSEZIBAgGUECdGohGSANIRogEyAaQQJ0akF8aiEaA0AC' +
  'QCAXIRsgDyAYLwEARgRAIA0hHCAZIBooAgBBAWoiHUGAlOvcA0oEQAALIB0iFzYCAAUgDSEeIBkgGigCBCEfIBshICAfICAgHyAg' +
  'ShsiFzYCAAsLIA1BAWohDQJAIBchGyAPIBgvAQJGBEAgDSEcIBkgGigCBEEBaiIhQYCU69wDSgRAAAsgISIXNgIEBSANIR4gGSAa' +
  'KAIIISIgGyEjICIgIyAiICNKGyIXNgIECwsgDUEBaiENAkAgFyEbIA8gGC8BBEYEQCANIRwgGSAaKAIIQQFqIiRBgJTr3ANKBEAA' +
  'CyAkIhc2AggFIA0hHiAZIBooAgwhJSAbISYgJSAmICUgJkobIhc2AggLCyANQQFqIQ0CQCAXIRsgDyAYLwEGRgRAIA0hHCAZIBoo' +
  'AgxBAWoiJ0GAlOvcA0oEQAALICciFzYCDAUgDSEeIBkgGigCECEoIBshKSAoICkgKCApShsiFzYCDAsLIA1BAWohDQJAIBchGyAP' +
  'IBgvAQhGBEAgDSEcIBkgGigCEEEBaiIqQYCU69wDSgRAAAsgKiIXNgIQBSANIR4gGSAaKAIUISsgGyEsICsgLCArICxKGyIXNgIQ' +
  'CwsgDUEBaiENAkAgFyEbIA8gGC8BCkYEQCANIRwgGSAaKAIUQQFqIi1BgJTr3ANKBEAACyAtIhc2AhQFIA0hHiAZIBooAhghLiAb' +
  'IS8gLiAvIC4gL0obIhc2AhQLCyANQQFqIQ0CQCAXIRsgDyAYLwEMRgRAIA0hHCAZIBooAhhBAWoiMEGAlOvcA0oEQAALIDAiFzYC' +
  'GAUgDSEeIBkgGigCHCExIBshMiAxIDIgMSAyShsiFzYCGAsLIA1BAWohDQJAIBchGyAPIBgvAQ5GBEAgDSEcIBkgGigCHEEBaiIz' +
  'QYCU69wDSgRAAAsgMyIXNgIcBSANIR4gGSAaKAIgITQgGyE1IDQgNSA0IDVKGyIXNgIcCwsgDUEBaiENIBhBEGohGCAZQSBqIRkg' +
  'GkEgaiEaIA0gA0EHa0wNAAsLIA0gA0xFDQADQAJAIBchGyAPIA1BAWshNiACIDZBAXRqLwEARgRAIA0hHCAQIBxBAnRqIA1BAWsh' +
  'NyATIDdBAnRqKAIAQQFqIjhBgJTr3ANKBEAACyA4Ihc2AgAFIA0hHiAQIB5BAnRqIBMgDUECdGooAgAhOSAbITogOSA6IDkgOkob' +
  'Ihc2AgALCyANQQFqIQ0gDSADTA0ACwsLIAxBAWohDCAMIAFMDQALCyABITwgPCAFTwRAAAsgAyE9ID0gBk8EQAALIDwgBmwgPWoh' +
  'OyAIIDtBAnRqKAIAIAQkAA8gBCQAAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/' +
  'AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

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
export function longestCommonSubsequenceKernel(a: string, b: string): number | undefined {
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
