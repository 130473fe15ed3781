// multiplyKernel: multiply of before.ts as a WebAssembly module of 2005 bytes, made by Speedlens. The source is multiply itself,
// which also does what the kernel cannot. When multiply changes, take away this file and what before.ts says of multiplyKernel, and make them anew:
//   speedlens bench before.ts#multiply --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABFwNgCH9/f39/f39/AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxv' +
  'Y2F0ZQABBXJlc2V0AAIK+Q4D+A0PBH8BfAJ/AXwIfwV7BX8Bewl/AnsCfwF7Bn8BfB1/QQAhCAJAAkAgCBpBAUUNACAIQQBORQ0A' +
  'IAggBkhFDQAMAQsACyAHIQkgAkEAaiEKAkACQCAKGkEBRQ0AIApBAE5FDQAgCkGAgIDAAExFDQAMAQsACyAJQQBqIQsCQAJAIAsa' +
  'QQFFDQAgC0EATkUNACALQYCAgMAATEUNAAwBCwALIAq3IAu3oiEMIAwiD/wDIhC4IA9iBEAACyAQIQ4gDkEDQQEQASENQQAhEQJA' +
  'IBEgAkhFDQADQAJAQQAhEgJAIBIgCUhFDQAgESIVIApPBEAACyALIRQgDSAVIBRsQQN0aiETAkACQCAJGkEBRQ0AIAlBAWsgC0hF' +
  'DQAMAQsACyAHQQdrIhZBACAWQQBKGyEWIBRBB2siF0EAIBdBAEobIRcCQANAIBJBB2ogCU4NAUQAAAAAAAAAAP0UIRggGCEZIBgh' +
  'GiAYIRsgGCEcQQAhHQJAIB0gBkhFDQAgESIgIAJPBEAACyADIR8gACAgIB9sQQN0aiEeIB9BB2siIUEAICFBAEobISECQAJAIAYa' +
  'QQFFDQAgBkEBayADSEUNAAwBCwALA0AgHiAdQQN0aisDAP0UISIgHSElIBIiJiAWTwRAAAsgJSAHbCAmaiEjIAQgI0EDdGohJCAZ' +
  'ICIgJP0AAwD98gH98AEhGSAaICIgJP0AAxD98gH98AEhGiAbICIgJP0AAyD98gH98AEhGyAcICIgJP0AAzD98gH98AEhHCAdQQFq' +
  'IR0gHSAGSA0ACwsgEiEnIBIhKCATIChBA3RqISkgKSAZ/QsDACApIBr9CwMQICkgG/0LAyAgKSAc/QsDMAJACyASQQFqIRICQAsg' +
  'EkEBaiESAkALIBJBAWohEgJACyASQQFqIRICQAsgEkEBaiESAkALIBJBAWohEgJACyASQQFqIRICQAsgEkEBaiESDAALCyAHQQFr' +
  'IipBACAqQQBKGyEqIBRBAWsiK0EAICtBAEobISsCQANAIBJBAWogCU4NAUQAAAAAAAAAAP0UISwgLCEtQQAhHQJAIB0gBkhFDQAg' +
  'ESIuIAJPBEAACyADIR8gACAuIB9sQQN0aiEeIB9BAWsiL0EAIC9BAEobIS8CQAJAIAYaQQFFDQAgBkEBayADSEUNAAwBCwALA0Ag' +
  'HiAdQQN0aisDAP0UITAgHSEzIBIiNCAqTwRAAAsgMyAHbCA0aiExIAQgMUEDdGohMiAtIDAgMv0AAwD98gH98AEhLSAdQQFqIR0g' +
  'HSAGSA0ACwsgEiEnIBIhNSATIDVBA3RqITYgNiAt/QsDAAJACyASQQFqIRICQAsgEkEBaiESDAALCyASIAlIRQ0AA0ACQEQAAAAA' +
  'AAAAACE3QQAhHQJAIB0gBkhFDQAgESI4IAJPBEAACyADIR8gACA4IB9sQQN0aiEeAkACQCAGGkEBRQ0AIAZBAWsgA0hFDQAMAQsA' +
  'CyAdIAZBB2tIBEAgHSE5IB4gOUEDdGohOQNAAkAgNyA5KwMAIB0hOyASITwgPCAHTwRAAAsgOyAHbCA8aiE6IAQgOkEDdGorAwCi' +
  'oCE3CyAdQQFqIR0CQCA3IDkrAwggHSE+IBIhPyA/IAdPBEAACyA+IAdsID9qIT0gBCA9QQN0aisDAKKgITcLIB1BAWohHQJAIDcg' +
  'OSsDECAdIUEgEiFCIEIgB08EQAALIEEgB2wgQmohQCAEIEBBA3RqKwMAoqAhNwsgHUEBaiEdAkAgNyA5KwMYIB0hRCASIUUgRSAH' +
  'TwRAAAsgRCAHbCBFaiFDIAQgQ0EDdGorAwCioCE3CyAdQQFqIR0CQCA3IDkrAyAgHSFHIBIhSCBIIAdPBEAACyBHIAdsIEhqIUYg' +
  'BCBGQQN0aisDAKKgITcLIB1BAWohHQJAIDcgOSsDKCAdIUogEiFLIEsgB08EQAALIEogB2wgS2ohSSAEIElBA3RqKwMAoqAhNwsg' +
  'HUEBaiEdAkAgNyA5KwMwIB0hTSASIU4gTiAHTwRAAAsgTSAHbCBOaiFMIAQgTEEDdGorAwCioCE3CyAdQQFqIR0CQCA3IDkrAzgg' +
  'HSFQIBIhUSBRIAdPBEAACyBQIAdsIFFqIU8gBCBPQQN0aisDAKKgITcLIB1BAWohHSA5QcAAaiE5IB0gBkEHa0gNAAsLIB0gBkhF' +
  'DQADQAJAIDcgHiAdQQN0aisDACAdIVMgEiFUIFQgB08EQAALIFMgB2wgVGohUiAEIFJBA3RqKwMAoqAhNwsgHUEBaiEdIB0gBkgN' +
  'AAsLIBIhJyATICdBA3RqIDc5AwALIBJBAWohEiASIAlIDQALCwsgEUEBaiERIBEgAkgNAAsLIA1BCGsgCjYCACANQQRrIAs2AgAg' +
  'DQ8AC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8D' +
  'akEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLBgBBCCQACw==';

interface Kernel {
  run(a: number, aLength: number, aRows: number, aColumns: number, b: number, bLength: number, bRows: number, bColumns: number): number;
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
export function multiplyKernel(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] | undefined {
  if (kernel === undefined || !Array.isArray(a) || !Array.isArray(b)) return undefined;
  try {
    kernel.reset();
    const aColumns = a[0]?.length ?? 0;
    const aAddress = kernel.allocate(a.length * aColumns, 3, 0);
    const aView = new Float64Array(kernel.memory.buffer, aAddress, a.length * aColumns);
    for (let i = 0; i < a.length; i++) {
      const row: unknown = a[i];
      if (!Array.isArray(row) || row.length !== aColumns) return undefined;
      for (let j = 0; j < aColumns; j++) {
        const value: unknown = row[j];
        if (typeof value !== 'number') return undefined;
        aView[i * aColumns + j] = value;
      }
    }
    const bColumns = b[0]?.length ?? 0;
    const bAddress = kernel.allocate(b.length * bColumns, 3, 0);
    const bView = new Float64Array(kernel.memory.buffer, bAddress, b.length * bColumns);
    for (let i = 0; i < b.length; i++) {
      const row: unknown = b[i];
      if (!Array.isArray(row) || row.length !== bColumns) return undefined;
      for (let j = 0; j < bColumns; j++) {
        const value: unknown = row[j];
        if (typeof value !== 'number') return undefined;
        bView[i * bColumns + j] = value;
      }
    }
    const result = kernel.run(aAddress, a.length * aColumns, a.length, aColumns, bAddress, b.length * bColumns, b.length, bColumns);
    const [rows, columns] = new Uint32Array(kernel.memory.buffer, result - 8, 2) as unknown as [number, number];
    const view = new Float64Array(kernel.memory.buffer, result, rows * columns);
    const table = new Array<number[]>(rows);
    for (let i = 0; i < rows; i++) {
      const row = new Array<number>(columns);
      for (let j = 0; j < columns; j++) row[j] = view[i * columns + j] as number;
      table[i] = row;
    }
    return table;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
