// subsetSumsKernel: subsetSums of before.ts as a WebAssembly module of 1760 bytes, made by Speedlens. The source is subsetSums itself,
// which also does what the kernel cannot. When subsetSums changes, take away this file and what before.ts says of subsetSumsKernel, and make them anew:
//   speedlens bench before.ts#subsetSums --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEgNgA39/fwF8YAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxsb2NhdGUA' +
  'AQVyZXNldAACCokNA4gMBwN/AXwCfwF8AX8BfCp/IwAhAyABQQFqQQBqIQQCQAJAIAQaQQFFDQAgBEEATkUNACAEQYCAgMAATEUN' +
  'AAwBCwALIAJBAWpBAGohBQJAAkAgBRpBAUUNACAFQQBORQ0AIAVBgICAwABMRQ0ADAELAAsgBLcgBbeiIQYgBiIJ/AMiCrggCWIE' +
  'QAALIAohCCAIQQBBARABIQdEAAAAAAAAAAAhC0EAIQwCQCAMIAFMRQ0AIAEgBEgEQAUACwNAAkAgDCENQQAhDiAOIAVPBEAACyAN' +
  'IAVsIA5qIQ8gDyAITwRAAAsgByAPakEBOgAACyAMQQFqIQwgDCABTA0ACwtBASEQAkAgECABTEUNAANAAkBBASERAkAgESACTEUN' +
  'ACAQIhQgBE8EQAALIAUhEyAHIBQgE2xBAHRqIRIgEEEBayIXIARPBEAACyAFIRYgByAXIBZsQQB0aiEVIAIgBUgEQAUACyARIAJB' +
  'B2tMBEAgESEYIBIgGGohGCARIRkgFSAZaiEZA0ACQCARIRogGCAZLQAABH9BAQUgESAQQQFrIRsgACAbQQJ0aigCAE4EfyARIBBB' +
  'AWshHSAAIB1BAnRqKAIAayEcIBwgFk8EQAALIBUgHGotAAAFQQALCzoAACAYLQAABEAgC0QAAAAAAADwP6AhCwsLIBFBAWohEQJA' +
  'IBEhGiAYIBktAAEEf0EBBSARIBBBAWshHiAAIB5BAnRqKAIATgR/IBEgEEEBayEgIAAgIEECdGooAgBrIR8gHyAWTwRAAAsgFSAf' +
  'ai0AAAVBAAsLOgABIBgtAAEEQCALRAAAAAAAAPA/oCELCwsgEUEBaiERAkAgESEaIBggGS0AAgR/QQEFIBEgEEEBayEhIAAgIUEC' +
  'dGooAgBOBH8gESAQQQFrISMgACAjQQJ0aigCAGshIiAiIBZPBEAACyAVICJqLQAABUEACws6AAIgGC0AAgRAIAtEAAAAAAAA8D+g' +
  'IQsLCyARQQFqIRECQCARIRogGCAZLQADBH9BAQUgESAQQQFrISQgACAkQQJ0aigCAE4EfyARIBBBAWshJiAAICZBAnRqKAIAayEl' +
  'ICUgFk8EQAALIBUgJWotAAAFQQALCzoAAyAYLQADBEAgC0QAAAAAAADwP6AhCwsLIBFBAWohEQJAIBEhGiAYIBktAAQEf0EBBSAR' +
  'IBBBAWshJyAAICdBAnRqKAIATgR/IBEgEEEBayEpIAAgKUECdGooAgBrISggKCAWTwRAAAsgFSAoai0AAAVBAAsLOgAEIBgtAAQE' +
  'QCALRAAAAAAAAPA/oCELCwsgEUEBaiERAkAgESEaIBggGS0ABQR/QQEFIBEgEEEBayEqIAAgKkECdGooAgBOBH8gESAQQQFrISwg' +
  'ACAsQQJ0aigCAGshKyArIBZPBEAACyAVICtqLQAABUEACws6AAUgGC0ABQRAIAtEAAAAAAAA8D+gIQsLCyARQQFqIRECQCARIRog' +
  'GCAZLQAGBH9BAQUgESAQQQFrIS0gACAtQQJ0aigCAE4EfyARIBBBAWshLyAAIC9BAnRqKAIAayEuIC4gFk8EQAALIBUgLmotAAAF' +
  'QQALCzoABiAYLQAGBEAgC0QAAAAAAADwP6AhCwsLIBFBAWohEQJAIBEhGiAYIBktAAcEf0EBBSARIBBBAWshMCAAIDBBAnRqKAIA' +
  'TgR/IBEgEEEBayEyIAAgMkECdGooAgBrITEgMSAWTwRAAAsgFSAxai0AAAVBAAsLOgAHIBgtAAcEQCALRAAAAAAAAPA/oCELCwsg' +
  'EUEBaiERIBhBCGohGCAZQQhqIRkgESACQQdrTA0ACwsgESACTEUNAANAAkAgESEaIBIgGmogFSARai0AAAR/QQEFIBEgEEEBayEz' +
  'IAAgM0ECdGooAgBOBH8gESAQQQFrITUgACA1QQJ0aigCAGshNCA0IBZPBEAACyAVIDRqLQAABUEACws6AAAgEiARai0AAARAIAtE' +
  'AAAAAAAA8D+gIQsLCyARQQFqIREgESACTA0ACwsLIBBBAWohECAQIAFMDQALCyALIAMkAA8gAyQAAAt2AQJ/IABBgICAwABLBEAA' +
  'CyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACAD' +
  'QQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(items: number, itemsLength: number, total: number): number;
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

/** An integer of at most a billion in size, and not -0: the kernel counts in 32 bits. */
function isInteger(value: unknown): value is number {
  return typeof value === 'number' && Object.is(value | 0, value) && value >= -1e9 && value <= 1e9;
}

/** The result, or undefined when the original has to compute it; nothing has been changed then. */
export function subsetSumsKernel(items: readonly number[], total: number): number | undefined {
  if (kernel === undefined || (items as object | undefined)?.constructor !== Array || !isInteger(total)) return undefined;
  try {
    kernel.reset();
    const itemsAddress = kernel.allocate(items.length, 2, 0);
    const itemsView = new Int32Array(kernel.memory.buffer, itemsAddress, items.length);
    for (let index = 0; index < items.length; index++) {
      const value: unknown = items[index];
      if (!isInteger(value)) return undefined;
      itemsView[index] = value;
    }
    return kernel.run(itemsAddress, items.length, total);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
