// diffuseKernel: diffuse of before.ts as a WebAssembly module of 1899 bytes, made by Speedlens. The source is diffuse itself,
// which also does what the kernel cannot. When diffuse changes, take away this file and what before.ts says of diffuseKernel, and make them anew:
//   speedlens bench before.ts#diffuse --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEwNgBH9/f38BfGADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRl' +
  'AAEFcmVzZXQAAgqTDgOSDSEBfwF8An8BfAF/AXwCfwF8BH8Bfgd/AX4HfwF+B38Bfgd/AX4HfwF+B38Bfgd/AX4GfwF8AX8BfAF/' +
  'AnwBfwF8AX8jACEEIAK3IAO3oiEFIAUiCPwDIgm4IAhiBEAACyAJIQcgB0EDQQEQASEGRAAAAAAAAAAAIQpBACELAkAgCyADSEUN' +
  'AANAAkBBACEMAkAgDCACSEUNAANAAkBEAAAAAAAAAAAhDUEAIQ5BfyEPQX8hEAJAIAtBf2pBAEgEQAwBCyANIAtBf2ogA2oiEyAD' +
  'IhRrIRUgFSAUSQR/IBUFIBMgFEkEfyATBSATIBRwCwusIAKsfiAMQX9qIAJqIhYgAiIXayEYIBggF0kEfyAYBSAWIBdJBH8gFgUg' +
  'FiAXcAsLrHwiEiABrVoEQAALIBKnIREgACARQQN0aisDAKAhDSAOQQFqIQ4LAkAgC0F/akEASARADAELIA0gC0F/aiADaiIbIAMi' +
  'HGshHSAdIBxJBH8gHQUgGyAcSQR/IBsFIBsgHHALC6wgAqx+IAxBAGogAmoiHiACIh9rISAgICAfSQR/ICAFIB4gH0kEfyAeBSAe' +
  'IB9wCwusfCIaIAGtWgRAAAsgGqchGSAAIBlBA3RqKwMAoCENIA5BAWohDgsCQCALQX9qQQBIBEAMAQsgDSALQX9qIANqIiMgAyIk' +
  'ayElICUgJEkEfyAlBSAjICRJBH8gIwUgIyAkcAsLrCACrH4gDEEBaiACaiImIAIiJ2shKCAoICdJBH8gKAUgJiAnSQR/ICYFICYg' +
  'J3ALC6x8IiIgAa1aBEAACyAipyEhIAAgIUEDdGorAwCgIQ0gDkEBaiEOC0ECIRBBfyEQAkAgC0EAakEASARADAELIA0gC0EAaiAD' +
  'aiIrIAMiLGshLSAtICxJBH8gLQUgKyAsSQR/ICsFICsgLHALC6wgAqx+IAxBf2ogAmoiLiACIi9rITAgMCAvSQR/IDAFIC4gL0kE' +
  'fyAuBSAuIC9wCwusfCIqIAGtWgRAAAsgKqchKSAAIClBA3RqKwMAoCENIA5BAWohDgsCQCALQQBqQQBIBEAMAQsgDSALQQBqIANq' +
  'IjMgAyI0ayE1IDUgNEkEfyA1BSAzIDRJBH8gMwUgMyA0cAsLrCACrH4gDEEBaiACaiI2IAIiN2shOCA4IDdJBH8gOAUgNiA3SQR/' +
  'IDYFIDYgN3ALC6x8IjIgAa1aBEAACyAypyExIAAgMUEDdGorAwCgIQ0gDkEBaiEOC0ECIRBBfyEQAkAgC0EBakEASARADAELIA0g' +
  'C0EBaiADaiI7IAMiPGshPSA9IDxJBH8gPQUgOyA8SQR/IDsFIDsgPHALC6wgAqx+IAxBf2ogAmoiPiACIj9rIUAgQCA/SQR/IEAF' +
  'ID4gP0kEfyA+BSA+ID9wCwusfCI6IAGtWgRAAAsgOqchOSAAIDlBA3RqKwMAoCENIA5BAWohDgsCQCALQQFqQQBIBEAMAQsgDSAL' +
  'QQFqIANqIkMgAyJEayFFIEUgREkEfyBFBSBDIERJBH8gQwUgQyBEcAsLrCACrH4gDEEAaiACaiJGIAIiR2shSCBIIEdJBH8gSAUg' +
  'RiBHSQR/IEYFIEYgR3ALC6x8IkIgAa1aBEAACyBCpyFBIAAgQUEDdGorAwCgIQ0gDkEBaiEOCwJAIAtBAWpBAEgEQAwBCyANIAtB' +
  'AWogA2oiSyADIkxrIU0gTSBMSQR/IE0FIEsgTEkEfyBLBSBLIExwCwusIAKsfiAMQQFqIAJqIk4gAiJPayFQIFAgT0kEfyBQBSBO' +
  'IE9JBH8gTgUgTiBPcAsLrHwiSiABrVoEQAALIEqnIUkgACBJQQN0aisDAKAhDSAOQQFqIQ4LQQIhEEECIQ8gC7cgAreiIAy3oCFR' +
  'IFEiU/wDIlS4IFNiBEAACyBUIVIgUiAHTwRAAAsgBiBSQQN0aiANIA63ozkDACAKIA0gDLcgArejoqAhCgsgDEEBaiEMIAwgAkgN' +
  'AAsLCyALQQFqIQsgCyADSA0ACwtEAAAAAAAAAAAhVQJAIFUgArcgA7eiY0UNAAJAAkAgArcgA7eiIVYgViBWnaFEAAAAAAAAAABh' +
  'RQ0AIAK3IAO3okQAAAAAAADwP6EgB7djRQ0ADAELAAsDQAJAIAogVSJY/AMiWbggWGIEQAALIFkhVyBXIAdPBEAACyAGIFdBA3Rq' +
  'KwMAoSEKCyBVRAAAAAAAAPA/oCFVIFUgArcgA7eiYw0ACwsgCiAEJAAPIAQkAAALdgECfyAAQYCAgMAASwRAAAsjAEEIaiIDIAAg' +
  'AXRqQQdqQXhxIgRBgICAgARLBEAACyAEPwBBEHRLBEAgBD8AQRB0a0H//wNqQRB2QABBf0YEQAALCyAEJAAgA0EIayAANgIAIAIE' +
  'QCADQQAgACABdPwLAAsgAwsGAEEIJAAL';

interface Kernel {
  run(heat: number, heatLength: number, width: number, height: number): number;
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
export function diffuseKernel(heat: readonly number[], width: number, height: number): number | undefined {
  if (kernel === undefined || !Array.isArray(heat) || !isInteger(width) || !isInteger(height)) return undefined;
  try {
    kernel.reset();
    const heatAddress = kernel.allocate(heat.length, 3, 0);
    const heatView = new Float64Array(kernel.memory.buffer, heatAddress, heat.length);
    for (let index = 0; index < heat.length; index++) {
      const value: unknown = heat[index];
      if (typeof value !== 'number') return undefined;
      heatView[index] = value;
    }
    return kernel.run(heatAddress, heat.length, width, height);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
