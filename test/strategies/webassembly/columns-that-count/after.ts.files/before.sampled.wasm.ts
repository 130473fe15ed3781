// sampledKernel: sampled of before.ts as a WebAssembly module of 1073 bytes, made by Speedlens. The source is sampled itself,
// which also does what the kernel cannot. When sampled changes, take away this file and what before.ts says of sampledKernel, and make them anew:
//   speedlens bench before.ts#sampled --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABFANgBX9/f398AXxgA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0' +
  'ZQABBXJlc2V0AAIK2AcD1wYGAXwBfwF8A38FfA5/RAAAAAAAACLAIQVBASEGRAAAAAAAAAAAIQdBACEIAkAgCCACSEUNAANAAkBB' +
  'ACEJAkAgCUEESEUNAANAAkBBACEKAkAgCkEDSEUNAANAAkAgByAItyAEoCELAkACQCALIQwgDCAMnaFEAAAAAAAAAABhRQ0AIAtE' +
  'AAAAAAAAAABmRQ0AIAsgArdjRQ0AIAUgBUQAAAAAAADwP6AhBSENDAELRAAAAAAAAAAAIQ0LIAshDiAOIA6doUQAAAAAAAAAAGEE' +
  'fyALRAAAAAAAAAAAZgR/IAsgArdjBUEACwVBAAsEfyANIQ8gDyAPnaFEAAAAAAAAAABhBH8gDUQAAAAAAAAAAGYEfyANIAO3YwVB' +
  'AAsFQQALBUEACwR8IAv8AiERIBEgAk8EQAALIA38AiESIBIgA08EQAALIBEgA2wgEmohECAAIBBBA3RqKwMABUQAAAAAAABZQAug' +
  'IQcgCCAJayETAkACQCATGkEBRQ0AIBNBAE5FDQAgEyACSEUNAAJAIAZBBWxBAWpBB3AhBiAGIRQLIBQhFQwBC0EAIRULIBMaQQEE' +
  'fyATQQBOBH8gEyACSAVBAAsFQQALBH8gFRpBAQR/IBVBAE4EfyAVIANIBUEACwVBAAsFQQALBHwgEyEXIBcgAk8EQAALIBUhGCAY' +
  'IANPBEAACyAXIANsIBhqIRYgACAWQQN0aisDAAVEAAAAAAAAAAALmUQAAAAAAAAAAGQEQCAHRAAAAAAAAPA/oCEHCyAIIApqIRkC' +
  'QAJAIBkaQQFFDQAgGUEATkUNACAZIAJIRQ0AIAlBAm0hGgwBC0EAIRoLIBkaQQEEfyAZQQBOBH8gGSACSAVBAAsFQQALBH8gGhpB' +
  'AQR/IBpBAE4EfyAaIANIBUEACwVBAAsFQQALBHwgGSEcIBwgAk8EQAALIBohHSAdIANPBEAACyAcIANsIB1qIRsgACAbQQN0aisD' +
  'AAVEAAAAAAAA+H8LRAAAAAAAAAhAYwRAIAdEAAAAAABAj0CgIQcLCyAKQQFqIQogCkEDSA0ACwsLIAlBAWohCSAJQQRIDQALCwsg' +
  'CEEBaiEIIAggAkgNAAsLIAdEAAAAAAAAWUCiIAWgRAAAAAAAACRAoiAGt6APAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACAB' +
  'dGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRA' +
  'IANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(grid: number, gridLength: number, gridRows: number, gridColumns: number, from: number): number;
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
export function sampledKernel(grid: readonly (readonly number[])[], from: number): number | undefined {
  if (kernel === undefined || !Array.isArray(grid) || typeof from !== 'number') return undefined;
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
    return kernel.run(gridAddress, grid.length * gridColumns, grid.length, gridColumns, from);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
