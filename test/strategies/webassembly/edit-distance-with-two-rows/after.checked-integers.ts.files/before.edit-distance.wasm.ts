// editDistanceKernel: editDistance of before.ts as a WebAssembly module of 1748 bytes, made by Speedlens. The source is editDistance itself,
// which also does what the kernel cannot. When editDistance changes, take away this file and what before.ts says of editDistanceKernel, and make them anew:
//   speedlens bench before.ts#editDistance --strategies webassembly/checked-integers --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEwNgBH9/f38Bf2ADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRl' +
  'AAEFcmVzZXQAAgr8DAP7CwFHfyMAIQQgA0EBaiEFIAUhByAHQQJBARABIQYgA0EBaiEIIAghCiAKQQJBARABIQlBACELAkAgCyAD' +
  'TEUNACADIAdIBEAFAAsgCyADQQdrTARAIAshDCAGIAxBAnRqIQwDQAJAIAwgCzYCAAsgC0EBaiELAkAgDCALNgIECyALQQFqIQsC' +
  'QCAMIAs2AggLIAtBAWohCwJAIAwgCzYCDAsgC0EBaiELAkAgDCALNgIQCyALQQFqIQsCQCAMIAs2AhQLIAtBAWohCwJAIAwgCzYC' +
  'GAsgC0EBaiELAkAgDCALNgIcCyALQQFqIQsgDEEgaiEMIAsgA0EHa0wNAAsLIAsgA0xFDQADQAJAIAYgC0ECdGogCzYCAAsgC0EB' +
  'aiELIAsgA0wNAAsLQQEhDQJAIA0gAUxFDQADQAJAQQAhDiAJIA5BAnRqIA02AgBBASEPAkAgDyADTEUNACANQQFrIRAgACAQQQF0' +
  'ai8BACERIAMgCkgEQAUACyADIAdIBEAFAAsgD0EBayESIAkgEkECdGooAgAhEyAPIANBB2tMBEAgDyEUIAIgFEEBdGpBfmohFCAP' +
  'IRUgCSAVQQJ0aiEVIA8hFiAGIBZBAnRqQXxqIRYDQAJAQQBBASARIBQvAQBGGyEXIBMhGCAVIBYoAgRBAWohGyAWKAIAIBdqIRwg' +
  'GyAcIBsgHEgbIRkgGEEBaiEaIBkgGiAZIBpIGyIdQYCU69wDSgRAAAsgHSITNgIACyAPQQFqIQ8CQEEAQQEgESAULwECRhshFyAT' +
  'IRggFSAWKAIIQQFqISAgFigCBCAXaiEhICAgISAgICFIGyEeIBhBAWohHyAeIB8gHiAfSBsiIkGAlOvcA0oEQAALICIiEzYCBAsg' +
  'D0EBaiEPAkBBAEEBIBEgFC8BBEYbIRcgEyEYIBUgFigCDEEBaiElIBYoAgggF2ohJiAlICYgJSAmSBshIyAYQQFqISQgIyAkICMg' +
  'JEgbIidBgJTr3ANKBEAACyAnIhM2AggLIA9BAWohDwJAQQBBASARIBQvAQZGGyEXIBMhGCAVIBYoAhBBAWohKiAWKAIMIBdqISsg' +
  'KiArICogK0gbISggGEEBaiEpICggKSAoIClIGyIsQYCU69wDSgRAAAsgLCITNgIMCyAPQQFqIQ8CQEEAQQEgESAULwEIRhshFyAT' +
  'IRggFSAWKAIUQQFqIS8gFigCECAXaiEwIC8gMCAvIDBIGyEtIBhBAWohLiAtIC4gLSAuSBsiMUGAlOvcA0oEQAALIDEiEzYCEAsg' +
  'D0EBaiEPAkBBAEEBIBEgFC8BCkYbIRcgEyEYIBUgFigCGEEBaiE0IBYoAhQgF2ohNSA0IDUgNCA1SBshMiAYQQFqITMgMiAzIDIg' +
  'M0gbIjZBgJTr3ANKBEAACyA2IhM2AhQLIA9BAWohDwJAQQBBASARIBQvAQxGGyEXIBMhGCAVIBYoAhxBAWohOSAWKAIYIBdqITog' +
  'OSA6IDkgOkgbITcgGEEBaiE4IDcgOCA3IDhIGyI7QYCU69wDSgRAAAsgOyITNgIYCyAPQQFqIQ8CQEEAQQEgESAULwEORhshFyAT' +
  'IRggFSAWKAIgQQFqIT4gFigCHCAXaiE/ID4gPyA+ID9IGyE8IBhBAWohPSA8ID0gPCA9SBsiQEGAlOvcA0oEQAALIEAiEzYCHAsg' +
  'D0EBaiEPIBRBEGohFCAVQSBqIRUgFkEgaiEWIA8gA0EHa0wNAAsLIA8gA0xFDQADQAJAQQBBASARIA9BAWshQSACIEFBAXRqLwEA' +
  'RhshFyATIRggCSAPQQJ0aiAGIA9BAnRqKAIAQQFqIUQgD0EBayFGIAYgRkECdGooAgAgF2ohRSBEIEUgRCBFSBshQiAYQQFqIUMg' +
  'QiBDIEIgQ0gbIkdBgJTr3ANKBEAACyBHIhM2AgALIA9BAWohDyAPIANMDQALCyAGIUggByFJIAkhBiAKIQcgSCEJIEkhCgsgDUEB' +
  'aiENIA0gAUwNAAsLIAMhSiBKIAdPBEAACyAGIEpBAnRqKAIAIAQkAA8gBCQAAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACAB' +
  'dGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRA' +
  'IANBACAAIAF0/AsACyADCwYAQQgkAAs=';

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
