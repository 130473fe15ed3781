// matrixProductKernel: matrixProduct of before.ts as a WebAssembly module of 984 bytes, made by Speedlens. The source is matrixProduct itself,
// which also does what the kernel cannot. When matrixProduct changes, take away this file and what before.ts says of matrixProductKernel, and make them anew:
//   speedlens bench before.ts#matrixProduct --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABFwNgCH9/f39/f39/AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxv' +
  'Y2F0ZQABBXJlc2V0AAIK/AYD+wUHC38BfAN/AXwMfwF8A39BACEJQQAhCkEAIQtBACEMAkAgDCACSEUNAANAAkAgDCENIA0gCkYE' +
  'QAUACyAJtyAKtyALt6JhBEAFAAsgCkGAgIDAAEgEQAUACyAKQQFqIQpBACEOAkAgDkEAIQ8CQAJAIA8aQQFFDQAgD0EATkUNACAP' +
  'IAZIRQ0ADAELAAsgB0hFDQADQAJAIAwhECAOIRFBACESAkACQCAQQQBORQ0AIBAgCkEBa0ZFDQAgEbcgCbcgCkEBa7cgC7eioWFF' +
  'DQAgCbcgCrcgC7eiYQRAIApBAUYEQAUACyALQYCAgMAASARABQALIAtBAWohCwsgErchEyAJIBRGBEAgFEEBdEEQaiEUIAghFSAU' +
  'QQNBABABIgggFSAJQQN0/AoAAAsgCCAJQQN0aiATOQMAIAlBAWohCQwBCyAQIRggGCAKTwRAAAsgESEZIBkgC08EQAALIBggC2wg' +
  'GWoiGiAJTwRAAAsgGiEWIBK3IRcgFiAJTwRAAAsgCCAWQQN0aiAXOQMAC0EAIRsCQCAbIAZIRQ0AIAwiHiACTwRAAAsgAyEdIAAg' +
  'HiAdbEEDdGohHAJAAkAgBhpBAUUNACAGQQFrIANIRQ0ADAELAAsDQAJAIAwhHyAfIApPBEAACyAOISAgICALTwRAAAsgHyALbCAg' +
  'aiIhIAlPBEAACyAhISIgIiEjICIgCU8EQAALIAggIkEDdGorAwAgHCAbQQN0aisDACAbISYgDiEnICcgB08EQAALICYgB2wgJ2oh' +
  'JSAEICVBA3RqKwMAoqAhJCAjIAlPBEAACyAIICNBA3RqICQ5AwALIBtBAWohGyAbIAZIDQALCwsgDkEBaiEOIA5BACEPAkACQCAP' +
  'GkEBRQ0AIA9BAE5FDQAgDyAGSEUNAAwBCwALIAdIDQALCwsgDEEBaiEMIAwgAkgNAAsLIAm3IAq3IAu3omEEQAUACyAIRQRAQQBB' +
  'AEEAEAEhCAsgCEEIayAKNgIAIAhBBGsgCzYCACAIDwALdgECfyAAQYCAgMAASwRAAAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRBgICA' +
  'gARLBEAACyAEPwBBEHRLBEAgBD8AQRB0a0H//wNqQRB2QABBf0YEQAALCyAEJAAgA0EIayAANgIAIAIEQCADQQAgACABdPwLAAsg' +
  'AwsGAEEIJAAL';

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
export function matrixProductKernel(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] | undefined {
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
