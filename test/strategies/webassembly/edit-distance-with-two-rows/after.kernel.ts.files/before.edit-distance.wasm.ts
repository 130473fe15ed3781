// editDistanceKernel: editDistance of before.ts as a WebAssembly module of 1535 bytes, made by Speedlens. The source is editDistance itself,
// which also does what the kernel cannot. When editDistance changes, take away this file and what before.ts says of editDistanceKernel, and make them anew:
//   speedlens bench before.ts#editDistance --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEwNgBH9/f38BfGADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRl' +
  'AAEFcmVzZXQAAgqnCwOmCgUPfwF8BH8BfAV/IwAhBCADQQFqIQUgBSEHIAdBA0EBEAEhBiADQQFqIQggCCEKIApBA0EBEAEhCUEA' +
  'IQsCQCALIANMRQ0AIAMgB0gEQAUACyALIANBB2tMBEAgCyEMIAYgDEEDdGohDANAAkAgDCALtzkDAAsgC0EBaiELAkAgDCALtzkD' +
  'CAsgC0EBaiELAkAgDCALtzkDEAsgC0EBaiELAkAgDCALtzkDGAsgC0EBaiELAkAgDCALtzkDIAsgC0EBaiELAkAgDCALtzkDKAsg' +
  'C0EBaiELAkAgDCALtzkDMAsgC0EBaiELAkAgDCALtzkDOAsgC0EBaiELIAxBwABqIQwgCyADQQdrTA0ACwsgCyADTEUNAANAAkAg' +
  'BiALQQN0aiALtzkDAAsgC0EBaiELIAsgA0wNAAsLQQEhDQJAIA0gAUxFDQADQAJAQQAhDiAJIA5BA3RqIA23OQMAQQEhDwJAIA8g' +
  'A0xFDQAgDUEBayEQIAAgEEEBdGovAQAhESADIApIBEAFAAsgAyAHSARABQALIA9BAWshEiAJIBJBA3RqKwMAIRMgDyADQQdrTARA' +
  'IA8hFCACIBRBAXRqQX5qIRQgDyEVIAkgFUEDdGohFSAPIRYgBiAWQQN0akF4aiEWA0ACQEEAQQEgESAULwEARhshFyATIRggFSAW' +
  'KwMIRAAAAAAAAPA/oCAWKwMAIBe3oKQgGEQAAAAAAADwP6CkIhM5AwALIA9BAWohDwJAQQBBASARIBQvAQJGGyEXIBMhGCAVIBYr' +
  'AxBEAAAAAAAA8D+gIBYrAwggF7egpCAYRAAAAAAAAPA/oKQiEzkDCAsgD0EBaiEPAkBBAEEBIBEgFC8BBEYbIRcgEyEYIBUgFisD' +
  'GEQAAAAAAADwP6AgFisDECAXt6CkIBhEAAAAAAAA8D+gpCITOQMQCyAPQQFqIQ8CQEEAQQEgESAULwEGRhshFyATIRggFSAWKwMg' +
  'RAAAAAAAAPA/oCAWKwMYIBe3oKQgGEQAAAAAAADwP6CkIhM5AxgLIA9BAWohDwJAQQBBASARIBQvAQhGGyEXIBMhGCAVIBYrAyhE' +
  'AAAAAAAA8D+gIBYrAyAgF7egpCAYRAAAAAAAAPA/oKQiEzkDIAsgD0EBaiEPAkBBAEEBIBEgFC8BCkYbIRcgEyEYIBUgFisDMEQA' +
  'AAAAAADwP6AgFisDKCAXt6CkIBhEAAAAAAAA8D+gpCITOQMoCyAPQQFqIQ8CQEEAQQEgESAULwEMRhshFyATIRggFSAWKwM4RAAA' +
  'AAAAAPA/oCAWKwMwIBe3oKQgGEQAAAAAAADwP6CkIhM5AzALIA9BAWohDwJAQQBBASARIBQvAQ5GGyEXIBMhGCAVIBYrA0BEAAAA' +
  'AAAA8D+gIBYrAzggF7egpCAYRAAAAAAAAPA/oKQiEzkDOAsgD0EBaiEPIBRBEGohFCAVQcAAaiEVIBZBwABqIRYgDyADQQdrTA0A' +
  'CwsgDyADTEUNAANAAkBBAEEBIBEgD0EBayEZIAIgGUEBdGovAQBGGyEXIBMhGCAJIA9BA3RqIAYgD0EDdGorAwBEAAAAAAAA8D+g' +
  'IA9BAWshGiAGIBpBA3RqKwMAIBe3oKQgGEQAAAAAAADwP6CkIhM5AwALIA9BAWohDyAPIANMDQALCyAGIRsgByEcIAkhBiAKIQcg' +
  'GyEJIBwhCgsgDUEBaiENIA0gAUwNAAsLIAMhHSAdIAdPBEAACyAGIB1BA3RqKwMAIAQkAA8gBCQAAAt2AQJ/IABBgICAwABLBEAA' +
  'CyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACAD' +
  'QQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

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
