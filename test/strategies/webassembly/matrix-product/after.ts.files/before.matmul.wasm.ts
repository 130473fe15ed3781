// matmulKernel: matmul of before.ts as a WebAssembly module of 2123 bytes, made by Speedlens. The source is matmul itself,
// which also does what the kernel cannot. When matmul changes, make this file anew:
//   speedlens bench before.ts#matmul --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABFwNgCH9/f39/f39/AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxv' +
  'Y2F0ZQABBXJlc2V0AAIK7w8D7g4fA38BfAp/BXsBfwF7B38CfAJ/AXwBfwF8AX8BfAF/AXwBfwF8AX8BfAF/AXwCfwN7B38BfAF/' +
  'AXwHfwF8BH8gAiEIIAYhCUEAIQoCQAJAIAq3IQsgCyALnaFEAAAAAAAAAABhRQ0AIApBAE5FDQAgCiAGSEUNAAwBCwALIAchDEEA' +
  'IQ5BACEPQQAhEEEAIRECQCARIAhIRQ0AA0ACQEEAIRNBACEUAkAgB0EHayIVQQAgFUEAShshFQJAA0AgFEEHaiAMTg0BRAAAAAAA' +
  'AAAA/RQhFiAWIRcgFiEYIBYhGSAWIRpBACEbAkAgGyAJSEUNAANAIBEiHiACTwRAAAsgGyIfIANPBEAACyAeIANsIB9qIR0gACAd' +
  'QQN0aisDAP0UIRwgGyIiIAZPBEAACyAUIiMgFU8EQAALICIgB2wgI2ohICAEICBBA3RqISEgFyAcICH9AAMA/fIB/fABIRcgGCAc' +
  'ICH9AAMQ/fIB/fABIRggGSAcICH9AAMg/fIB/fABIRkgGiAcICH9AAMw/fIB/fABIRogG0EBaiEbIBsgCUgNAAsLIBf9IQAhJAJA' +
  'ICQhJSATICZGBEAgJkEBdEEQaiEmIBIhJyAmQQNBABABIhIgJyATQQN0/AoAAAsgEiATQQN0aiAlOQMAIBNBAWohEwsgFEEBaiEU' +
  'IBf9IQEhJAJAICQhKCATICZGBEAgJkEBdEEQaiEmIBIhKSAmQQNBABABIhIgKSATQQN0/AoAAAsgEiATQQN0aiAoOQMAIBNBAWoh' +
  'EwsgFEEBaiEUIBj9IQAhJAJAICQhKiATICZGBEAgJkEBdEEQaiEmIBIhKyAmQQNBABABIhIgKyATQQN0/AoAAAsgEiATQQN0aiAq' +
  'OQMAIBNBAWohEwsgFEEBaiEUIBj9IQEhJAJAICQhLCATICZGBEAgJkEBdEEQaiEmIBIhLSAmQQNBABABIhIgLSATQQN0/AoAAAsg' +
  'EiATQQN0aiAsOQMAIBNBAWohEwsgFEEBaiEUIBn9IQAhJAJAICQhLiATICZGBEAgJkEBdEEQaiEmIBIhLyAmQQNBABABIhIgLyAT' +
  'QQN0/AoAAAsgEiATQQN0aiAuOQMAIBNBAWohEwsgFEEBaiEUIBn9IQEhJAJAICQhMCATICZGBEAgJkEBdEEQaiEmIBIhMSAmQQNB' +
  'ABABIhIgMSATQQN0/AoAAAsgEiATQQN0aiAwOQMAIBNBAWohEwsgFEEBaiEUIBr9IQAhJAJAICQhMiATICZGBEAgJkEBdEEQaiEm' +
  'IBIhMyAmQQNBABABIhIgMyATQQN0/AoAAAsgEiATQQN0aiAyOQMAIBNBAWohEwsgFEEBaiEUIBr9IQEhJAJAICQhNCATICZGBEAg' +
  'JkEBdEEQaiEmIBIhNSAmQQNBABABIhIgNSATQQN0/AoAAAsgEiATQQN0aiA0OQMAIBNBAWohEwsgFEEBaiEUDAALCyAHQQFrIjZB' +
  'ACA2QQBKGyE2AkADQCAUQQFqIAxODQFEAAAAAAAAAAD9FCE3IDchOEEAIRsCQCAbIAlIRQ0AA0AgESI7IAJPBEAACyAbIjwgA08E' +
  'QAALIDsgA2wgPGohOiAAIDpBA3RqKwMA/RQhOSAbIj8gBk8EQAALIBQiQCA2TwRAAAsgPyAHbCBAaiE9IAQgPUEDdGohPiA4IDkg' +
  'Pv0AAwD98gH98AEhOCAbQQFqIRsgGyAJSA0ACwsgOP0hACEkAkAgJCFBIBMgJkYEQCAmQQF0QRBqISYgEiFCICZBA0EAEAEiEiBC' +
  'IBNBA3T8CgAACyASIBNBA3RqIEE5AwAgE0EBaiETCyAUQQFqIRQgOP0hASEkAkAgJCFDIBMgJkYEQCAmQQF0QRBqISYgEiFEICZB' +
  'A0EAEAEiEiBEIBNBA3T8CgAACyASIBNBA3RqIEM5AwAgE0EBaiETCyAUQQFqIRQMAAsLIBQgDEhFDQADQAJARAAAAAAAAAAAISRB' +
  'ACEbAkAgGyAJSEUNAANAAkAgJCARIkYgAk8EQAALIBsiRyADTwRAAAsgRiADbCBHaiFFIAAgRUEDdGorAwAgGyJJIAZPBEAACyAU' +
  'IkogB08EQAALIEkgB2wgSmohSCAEIEhBA3RqKwMAoqAhJAsgG0EBaiEbIBsgCUgNAAsLICQhSyATICZGBEAgJkEBdEEQaiEmIBIh' +
  'TCAmQQNBABABIhIgTCATQQN0/AoAAAsgEiATQQN0aiBLOQMAIBNBAWohEwsgFEEBaiEUIBQgDEgNAAsLIA63IA+3IBC3omEEQAUA' +
  'CyAPQQBGBEAgEyEQBSAQIBNGBEAFAAsLIA4gE2oiTiBNSwRAIE4gTUEBdCJNIE4gTUsbIU0gDSFPIE1BA0EAEAEiDSBPIA5BA3T8' +
  'CgAACyANIA5BA3RqIBIgE0EDdPwKAAAgTiEOIA9BgICAwABIBEAFAAsgD0EBaiEPCyARQQFqIREgESAISA0ACwsgDrcgD7cgELei' +
  'YQRABQALIA1FBEBBAEEAQQAQASENCyANQQhrIA82AgAgDUEEayAQNgIAIA0PAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACAB' +
  'dGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRA' +
  'IANBACAAIAF0/AsACyADCwYAQQgkAAs=';

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
export function matmulKernel(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] | undefined {
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
