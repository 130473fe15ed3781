// stepKernel: step of before.ts as a WebAssembly module of 1604 bytes, made by Speedlens. The source is step itself,
// which also does what the kernel cannot. When step changes, take away this file and what before.ts says of stepKernel, and make them anew:
//   speedlens bench before.ts#step --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABIwVgAnx8AXxgBH9/f38Bf2AGf39/f39/AXxgA39/fwF/YAAAAg8BAW0JcmVtYWluZGVyAAADBgUBAgMABAUDAQAB' +
  'BgYBfwFBCAsHIwQDcnVuAAEGbWVtb3J5AgAIYWxsb2NhdGUAAwVyZXNldAAFCskLBfMDAwl/AXwJf0EAIQVBACEGQQAhB0EAIQgC' +
  'QCAIIAJIRQ0AA0ACQEEAIQpBACELAkAgC0EAIQwCQAJAIAwaQQFFDQAgDEEATkUNACAMIAJIRQ0ADAELAAsgA0hFDQADQAJAIAAg' +
  'ASACIAMgCCALEAIhDSANRAAAAAAAAAhAYQR/QQEFIA1EAAAAAAAAAEBhBH8gCCEQIAshESARIANPBEAACyAQIANsIBFqIQ8gACAP' +
  'ai0AAAVBAAsLIQ4gCiASRgRAIBJBAXRBEGohEiAJIRMgEkEAQQAQAyIJIBMgCvwKAAALIAkgCmogDjoAACAKQQFqIQoLIAtBAWoh' +
  'CyALQQAhDAJAAkAgDBpBAUUNACAMQQBORQ0AIAwgAkhFDQAMAQsACyADSA0ACwsgBbcgBrcgB7eiYQRABQALIAZBAEYEQCAKIQcF' +
  'IAcgCkYEQAUACwsgBSAKaiIVIBRLBEAgFSAUQQF0IhQgFSAUSxshFCAEIRYgFEEAQQAQAyIEIBYgBfwKAAALIAQgBWogCSAK/AoA' +
  'ACAVIQUgBkGAgIDAAEgEQAUACyAGQQFqIQYLIAhBAWohCCAIIAJIDQALCyAFtyAGtyAHt6JhBEAFAAsgBEUEQEEAQQBBABADIQQL' +
  'IARBCGsgBjYCACAEQQRrIAc2AgAgBA8AC44GCgF8CH8BfAN/AXwHfwF8B38BfAF/RAAAAAAAAAAAIQZBfyEHAkAgB0EBTEUNAANA' +
  'AkBBfyEIAkACQCAHQQBGRQ0AQQBFDQAMAQsgBCAHaiACaiIJIAIiCmshCyALIApJBH8gCwUgCSAKSQR/IAkFIAkgCnALCyEMIAVB' +
  'f2pBACENAkACQCANGkEBRQ0AIA1BAE5FDQAgDSACSEUNAAwBCwALIANqt0EAIQ4CQAJAIA4aQQFFDQAgDkEATkUNACAOIAJIRQ0A' +
  'DAELAAsgA7cQBCEPIAwhESARIAJPBEAACyAPIhP8AyIUuCATYgRAAAsgFCESIBIgA08EQAALIBEgA2wgEmohECAAIBBqLQAABEAg' +
  'BkQAAAAAAADwP6AhBgsLAkACQCAHQQBGRQ0AQQFFDQAMAQsgBCAHaiACaiIVIAIiFmshFyAXIBZJBH8gFwUgFSAWSQR/IBUFIBUg' +
  'FnALCyEMIAVBAGpBACENAkACQCANGkEBRQ0AIA1BAE5FDQAgDSACSEUNAAwBCwALIANqt0EAIQ4CQAJAIA4aQQFFDQAgDkEATkUN' +
  'ACAOIAJIRQ0ADAELAAsgA7cQBCEPIAwhGSAZIAJPBEAACyAPIhv8AyIcuCAbYgRAAAsgHCEaIBogA08EQAALIBkgA2wgGmohGCAA' +
  'IBhqLQAABEAgBkQAAAAAAADwP6AhBgsLAkACQCAHQQBGRQ0AQQBFDQAMAQsgBCAHaiACaiIdIAIiHmshHyAfIB5JBH8gHwUgHSAe' +
  'SQR/IB0FIB0gHnALCyEMIAVBAWpBACENAkACQCANGkEBRQ0AIA1BAE5FDQAgDSACSEUNAAwBCwALIANqt0EAIQ4CQAJAIA4aQQFF' +
  'DQAgDkEATkUNACAOIAJIRQ0ADAELAAsgA7cQBCEPIAwhISAhIAJPBEAACyAPIiP8AyIkuCAjYgRAAAsgJCEiICIgA08EQAALICEg' +
  'A2wgImohICAAICBqLQAABEAgBkQAAAAAAADwP6AhBgsLQQIhCAsgB0EBaiEHIAdBAUwNAAsLIAYPAAt2AQJ/IABBgICAwABLBEAA' +
  'CyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACAD' +
  'QQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADC0QAIACdIABhIACZRAAAAAAAAEBDY3EgAZ0gAWEgAZlEAAAAAAAAQENjcXEEfCAA' +
  'IAAgAaOdIAGioSAApgUgACABEAALCwYAQQgkAAs=';

interface Kernel {
  run(grid: number, gridLength: number, gridRows: number, gridColumns: number): number;
  readonly memory: { readonly buffer: ArrayBuffer };
  reset(): void;
  /** The address of a new array: its length, the logarithm of the size of an element, whether it has to be cleared. */
  allocate(length: number, shift: number, clear: number): number;
}

const kernel = load();

function load(): Kernel | undefined {
  try {
    const module = new WebAssembly.Module(Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)));
    const instance = new WebAssembly.Instance(module, { m: { remainder: (x: number, y: number) => x % y } });
    return instance.exports as unknown as Kernel;
  } catch {
    // WebAssembly is not allowed here, by a content security policy for example: the original does the work.
    return undefined;
  }
}

/** The result, or undefined when the original has to compute it; nothing has been changed then. */
export function stepKernel(grid: readonly (readonly boolean[])[]): boolean[][] | undefined {
  if (kernel === undefined || !Array.isArray(grid)) return undefined;
  try {
    kernel.reset();
    const gridColumns = grid[0]?.length ?? 0;
    const gridAddress = kernel.allocate(grid.length * gridColumns, 0, 0);
    const gridView = new Uint8Array(kernel.memory.buffer, gridAddress, grid.length * gridColumns);
    for (let i = 0; i < grid.length; i++) {
      const row: unknown = grid[i];
      if (!Array.isArray(row) || row.length !== gridColumns) return undefined;
      for (let j = 0; j < gridColumns; j++) {
        const value: unknown = row[j];
        if (typeof value !== 'boolean') return undefined;
        gridView[i * gridColumns + j] = value ? 1 : 0;
      }
    }
    const result = kernel.run(gridAddress, grid.length * gridColumns, grid.length, gridColumns);
    const [rows, columns] = new Uint32Array(kernel.memory.buffer, result - 8, 2) as unknown as [number, number];
    const view = new Uint8Array(kernel.memory.buffer, result, rows * columns);
    const table = new Array<boolean[]>(rows);
    for (let i = 0; i < rows; i++) {
      const row = new Array<boolean>(columns);
      for (let j = 0; j < columns; j++) row[j] = view[i * columns + j] === 1;
      table[i] = row;
    }
    return table;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
