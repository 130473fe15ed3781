// relaxKernel: relax of before.ts as a WebAssembly module of 1148 bytes, made by Speedlens. The source is relax itself,
// which also does what the kernel cannot. When relax changes, take away this file and what before.ts says of relaxKernel, and make them anew:
//   speedlens bench before.ts#relax --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABFANgBX9/f39/AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0' +
  'ZQABBXJlc2V0AAIKowgDogcFDX8BfAN/AXwBf0EAIQUCQCAFIARIRQ0AA0ACQEEBIQYCQCAGIAJBAWtIRQ0AA0ACQCAGIgkgAk8E' +
  'QAALIAMhCCAAIAkgCGxBA3RqIQdBASEKAkAgCiAIQQFrSEUNACAGQQFrIg0gAk8EQAALIAMhDCAAIA0gDGxBA3RqIQsgBkEBaiIQ' +
  'IAJPBEAACyADIQ8gACAQIA9sQQN0aiEOAkACQCAIQQFrGkEBRQ0AIAhBAWtBAWtBAWogCEhFDQAMAQsACwJAAkAgCEEBaxpBAUUN' +
  'ACAIQQFrQQFrIANIRQ0ADAELAAsgCkEBayERIBEgCE8EQAALIAcgEUEDdGorAwAhEiAKIAhBAWtBB2tIBEAgCiETIAcgE0EDdGoh' +
  'EyAKIRQgCyAUQQN0aiEUIAohFSAOIBVBA3RqIRUDQAJAIBIhFiATIBQrAwAgFSsDAKAgFqAgEysDCKBEAAAAAAAA0D+iIhI5AwAL' +
  'IApBAWohCgJAIBIhFiATIBQrAwggFSsDCKAgFqAgEysDEKBEAAAAAAAA0D+iIhI5AwgLIApBAWohCgJAIBIhFiATIBQrAxAgFSsD' +
  'EKAgFqAgEysDGKBEAAAAAAAA0D+iIhI5AxALIApBAWohCgJAIBIhFiATIBQrAxggFSsDGKAgFqAgEysDIKBEAAAAAAAA0D+iIhI5' +
  'AxgLIApBAWohCgJAIBIhFiATIBQrAyAgFSsDIKAgFqAgEysDKKBEAAAAAAAA0D+iIhI5AyALIApBAWohCgJAIBIhFiATIBQrAygg' +
  'FSsDKKAgFqAgEysDMKBEAAAAAAAA0D+iIhI5AygLIApBAWohCgJAIBIhFiATIBQrAzAgFSsDMKAgFqAgEysDOKBEAAAAAAAA0D+i' +
  'IhI5AzALIApBAWohCgJAIBIhFiATIBQrAzggFSsDOKAgFqAgEysDQKBEAAAAAAAA0D+iIhI5AzgLIApBAWohCiATQcAAaiETIBRB' +
  'wABqIRQgFUHAAGohFSAKIAhBAWtBB2tIDQALCyAKIAhBAWtIRQ0AA0ACQCASIRYgByAKQQN0aiALIApBA3RqKwMAIA4gCkEDdGor' +
  'AwCgIBagIApBAWohFyAHIBdBA3RqKwMAoEQAAAAAAADQP6IiEjkDAAsgCkEBaiEKIAogCEEBa0gNAAsLCyAGQQFqIQYgBiACQQFr' +
  'SA0ACwsLIAVBAWohBSAFIARIDQALCyAAQQhrIAI2AgAgAEEEayADNgIAIAAPAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACAB' +
  'dGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRA' +
  'IANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(grid: number, gridLength: number, gridRows: number, gridColumns: number, rounds: number): number;
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
export function relaxKernel(grid: number[][], rounds: number): number[][] | undefined {
  if (kernel === undefined || !Array.isArray(grid) || !isInteger(rounds)) return undefined;
  if (new Set(grid).size !== grid.length) return undefined;
  if (grid.some((row) => Object.isFrozen(row))) return undefined;
  try {
    kernel.reset();
    const gridColumns = grid[0]?.length ?? 0;
    const gridAddress = kernel.allocate(grid.length * gridColumns, 3, 0);
    const gridView = new Float64Array(kernel.memory.buffer, gridAddress, grid.length * gridColumns);
    for (let i = 0; i < grid.length; i++) {
      const row: unknown = grid[i];
      if (!Array.isArray(row) || row.length !== gridColumns) return undefined;
      for (let j = 0; j < gridColumns; j++) {
        const value: unknown = row[j];
        if (typeof value !== 'number') return undefined;
        gridView[i * gridColumns + j] = value;
      }
    }
    const result = kernel.run(gridAddress, grid.length * gridColumns, grid.length, gridColumns, rounds);
    const gridAfter = new Float64Array(kernel.memory.buffer, gridAddress, grid.length * gridColumns);
    grid.forEach((row, i) => {
      for (let j = 0; j < gridColumns; j++) row[j] = gridAfter[i * gridColumns + j] as number;
    });
    if (result === gridAddress) return grid;
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
