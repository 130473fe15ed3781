// rowHashesKernel: rowHashes of before.ts as a WebAssembly module of 620 bytes, made by Speedlens. The source is rowHashes itself,
// which also does what the kernel cannot. When rowHashes changes, take away this file and what before.ts says of rowHashesKernel, and make them anew:
//   speedlens bench before.ts#rowHashes --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABGQRgBX9/f39/AX9gA39/fwF/YAF8AX9gAAADBQQAAQIDBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhh' +
  'bGxvY2F0ZQABBXJlc2V0AAMKjQQE1gIDBX8BfAV/IAIhBSAFIQcgB0EDQQEQASEGQQAhCAJAIAggBEhFDQADQAJAQQAhCQJAIAkg' +
  'AkhFDQACQAJAIAIaQQFFDQAgAkEBayAHSEUNAAwBCwALA0ACQCAGIAlBA3RqKwMARAAAAAAABbVAoCEKQQAhCwJAIAsgCSEMAkAC' +
  'QCAMGkEBRQ0AIAxBAE5FDQAgDCACSEUNAAwBCwALIANIRQ0AIAkiDyACTwRAAAsgAyEOIAAgDyAObEEDdGohDQNAAkAgCkQAAAAA' +
  'AIBAQKIgCyAOTwRAAAsgDSALQQN0aisDAKAQAkEAdrghCgsgC0EBaiELIAsgCSEMAkACQCAMGkEBRQ0AIAxBAE5FDQAgDCACSEUN' +
  'AAwBCwALIANIDQALCyAGIAlBA3RqIAo5AwALIAlBAWohCSAJIAJIDQALCwsgCEEBaiEIIAggBEgNAAsLIAYPAAt2AQJ/IABBgICA' +
  'wABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsL' +
  'IAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCzUAIACZRAAAAAAAAOBDYwR/IAD8BqcFIAAgAEQAAAAAAADwQaOdRAAA' +
  'AAAAAPBBoqH8BqcLCwYAQQgkAAs=';

interface Kernel {
  run(rows: number, rowsLength: number, rowsRows: number, rowsColumns: number, rounds: number): number;
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
export function rowHashesKernel(rows: readonly (readonly number[])[], rounds: number): number[] | undefined {
  if (kernel === undefined || !Array.isArray(rows) || !isInteger(rounds)) return undefined;
  try {
    kernel.reset();
    const rowsColumns = rows[0]?.length ?? 0;
    const rowsAddress = kernel.allocate(rows.length * rowsColumns, 3, 0);
    const rowsView = new Float64Array(kernel.memory.buffer, rowsAddress, rows.length * rowsColumns);
    for (let i = 0; i < rows.length; i++) {
      const row: unknown = rows[i];
      if (!Array.isArray(row) || row.length !== rowsColumns) return undefined;
      for (let j = 0; j < rowsColumns; j++) {
        const value: unknown = row[j];
        if (typeof value !== 'number') return undefined;
        rowsView[i * rowsColumns + j] = value;
      }
    }
    const result = kernel.run(rowsAddress, rows.length * rowsColumns, rows.length, rowsColumns, rounds);
    const length = new Uint32Array(kernel.memory.buffer, result - 8, 1)[0] as number;
    const view = new Float64Array(kernel.memory.buffer, result, length);
    const copy = new Array<number>(length);
    for (let index = 0; index < length; index++) copy[index] = view[index] as number;
    return copy;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
