// multiplyKernel: multiply of before.ts as a WebAssembly module of 1512 bytes, made by Speedlens. The source is multiply itself,
// which also does what the kernel cannot. When multiply changes, make this file anew:
//   speedlens bench before.ts#multiply --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABFwNgCH9/f39/f39/AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxv' +
  'Y2F0ZQABBXJlc2V0AAIKjAsDiwoPBH8BfAJ/AXwIfwV7BX8Bewl/AnsCfwF7Bn8BfAR/QQAhCAJAAkAgCBpBAUUNACAIQQBORQ0A' +
  'IAggBkhFDQAMAQsACyAHIQkgAkEAaiEKAkACQCAKGkEBRQ0AIApBAE5FDQAgCkGAgIDAAExFDQAMAQsACyAJQQBqIQsCQAJAIAsa' +
  'QQFFDQAgC0EATkUNACALQYCAgMAATEUNAAwBCwALIAq3IAu3oiEMIAwiD/wDIhC4IA9iBEAACyAQIQ4gDkEDQQEQASENQQAhEQJA' +
  'IBEgAkhFDQADQAJAQQAhEgJAIBIgCUhFDQAgESIVIApPBEAACyALIRQgDSAVIBRsQQN0aiETAkACQCAJGkEBRQ0AIAlBAWsgFEhF' +
  'DQAMAQsACyAHQQdrIhZBACAWQQBKGyEWIBRBB2siF0EAIBdBAEobIRcCQANAIBJBB2ogCU4NAUQAAAAAAAAAAP0UIRggGCEZIBgh' +
  'GiAYIRsgGCEcQQAhHQJAIB0gBkhFDQAgESIgIAJPBEAACyADIR8gACAgIB9sQQN0aiEeIB9BB2siIUEAICFBAEobISECQAJAIAYa' +
  'QQFFDQAgBkEBayAfSEUNAAwBCwALA0AgHiAdQQN0aisDAP0UISIgHSIlIAZPBEAACyASIiYgFk8EQAALICUgB2wgJmohIyAEICNB' +
  'A3RqISQgGSAiICT9AAMA/fIB/fABIRkgGiAiICT9AAMQ/fIB/fABIRogGyAiICT9AAMg/fIB/fABIRsgHCAiICT9AAMw/fIB/fAB' +
  'IRwgHUEBaiEdIB0gBkgNAAsLIBIhJyASIiggF08EQAALIBMgKEEDdGohKSApIBn9CwMAICkgGv0LAxAgKSAb/QsDICApIBz9CwMw' +
  'AkALIBJBAWohEgJACyASQQFqIRICQAsgEkEBaiESAkALIBJBAWohEgJACyASQQFqIRICQAsgEkEBaiESAkALIBJBAWohEgJACyAS' +
  'QQFqIRIMAAsLIAdBAWsiKkEAICpBAEobISogFEEBayIrQQAgK0EAShshKwJAA0AgEkEBaiAJTg0BRAAAAAAAAAAA/RQhLCAsIS1B' +
  'ACEdAkAgHSAGSEUNACARIi4gAk8EQAALIAMhHyAAIC4gH2xBA3RqIR4gH0EBayIvQQAgL0EAShshLwJAAkAgBhpBAUUNACAGQQFr' +
  'IB9IRQ0ADAELAAsDQCAeIB1BA3RqKwMA/RQhMCAdIjMgBk8EQAALIBIiNCAqTwRAAAsgMyAHbCA0aiExIAQgMUEDdGohMiAtIDAg' +
  'Mv0AAwD98gH98AEhLSAdQQFqIR0gHSAGSA0ACwsgEiEnIBIiNSArTwRAAAsgEyA1QQN0aiE2IDYgLf0LAwACQAsgEkEBaiESAkAL' +
  'IBJBAWohEgwACwsgEiAJSEUNAANAAkBEAAAAAAAAAAAhN0EAIR0CQCAdIAZIRQ0AIBEiOCACTwRAAAsgAyEfIAAgOCAfbEEDdGoh' +
  'HgJAAkAgBhpBAUUNACAGQQFrIB9IRQ0ADAELAAsDQAJAIDcgHiAdQQN0aisDACAdIjogBk8EQAALIBIiOyAHTwRAAAsgOiAHbCA7' +
  'aiE5IAQgOUEDdGorAwCioCE3CyAdQQFqIR0gHSAGSA0ACwsgEiEnIBMgJ0EDdGogNzkDAAsgEkEBaiESIBIgCUgNAAsLCyARQQFq' +
  'IREgESACSA0ACwsgDUEIayAKNgIAIA1BBGsgCzYCACANDwALdgECfyAAQYCAgMAASwRAAAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRB' +
  'gICAgARLBEAACyAEPwBBEHRLBEAgBD8AQRB0a0H//wNqQRB2QABBf0YEQAALCyAEJAAgA0EIayAANgIAIAIEQCADQQAgACABdPwL' +
  'AAsgAwsGAEEIJAAL';

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
export function multiplyKernel(a: readonly (Float64Array)[], b: readonly (Float64Array)[]): Float64Array[] | undefined {
  if (kernel === undefined || !Array.isArray(a) || !Array.isArray(b)) return undefined;
  try {
    kernel.reset();
    const aColumns = a[0]?.length ?? 0;
    const aAddress = kernel.allocate(a.length * aColumns, 3, 0);
    const aView = new Float64Array(kernel.memory.buffer, aAddress, a.length * aColumns);
    for (let i = 0; i < a.length; i++) {
      const row: unknown = a[i];
      if (!(row instanceof Float64Array) || row.length !== aColumns) return undefined;
      aView.set(row, i * aColumns);
    }
    const bColumns = b[0]?.length ?? 0;
    const bAddress = kernel.allocate(b.length * bColumns, 3, 0);
    const bView = new Float64Array(kernel.memory.buffer, bAddress, b.length * bColumns);
    for (let i = 0; i < b.length; i++) {
      const row: unknown = b[i];
      if (!(row instanceof Float64Array) || row.length !== bColumns) return undefined;
      bView.set(row, i * bColumns);
    }
    const result = kernel.run(aAddress, a.length * aColumns, a.length, aColumns, bAddress, b.length * bColumns, b.length, bColumns);
    const [rows, columns] = new Uint32Array(kernel.memory.buffer, result - 8, 2) as unknown as [number, number];
    const view = new Float64Array(kernel.memory.buffer, result, rows * columns);
    const table = new Array<Float64Array>(rows);
    for (let i = 0; i < rows; i++) {
      table[i] = view.slice(i * columns, (i + 1) * columns);
    }
    return table;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
