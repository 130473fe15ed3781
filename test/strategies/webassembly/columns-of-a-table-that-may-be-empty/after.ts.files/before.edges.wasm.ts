// edgesKernel: edges of before.ts as a WebAssembly module of 2034 bytes, made by Speedlens. The source is edges itself,
// which also does what the kernel cannot. When edges changes, take away this file and what before.ts says of edgesKernel, and make them anew:
//   speedlens bench before.ts#edges --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEwNgBH9/f38BfGADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRl' +
  'AAEFcmVzZXQAAgqaDwOZDgMFfwF8Gn8gAiEEQQAhBSADQQAgBRpBAQR/IAVBAE4EfyAFIAJIBUEACwVBAAsbIQYgBEEBayEHIANB' +
  'fyAHGkEBBH8gB0EATgR/IAcgAkgFQQALBUEACxshCEEAQegHIAggBkYbtyEJQQEhCkEAIQsCQCALIARIRQ0AA0ACQEEBIQwCQCAM' +
  'IAZIRQ0AIAsiDyACTwRAAAsgAyEOIAAgDyAObEECdGohDQJAAkAgBhpBAUUNACAGQQFrIANIRQ0ADAELAAsgDCAGQQdrSARAIAwh' +
  'ECANIBBBAnRqQXxqIRADQAJAIBAoAgQgECgCAEcEQCAJRAAAAAAAAPA/oCEJCwsgDEEBaiEMAkAgECgCCCAQKAIERwRAIAlEAAAA' +
  'AAAA8D+gIQkLCyAMQQFqIQwCQCAQKAIMIBAoAghHBEAgCUQAAAAAAADwP6AhCQsLIAxBAWohDAJAIBAoAhAgECgCDEcEQCAJRAAA' +
  'AAAAAPA/oCEJCwsgDEEBaiEMAkAgECgCFCAQKAIQRwRAIAlEAAAAAAAA8D+gIQkLCyAMQQFqIQwCQCAQKAIYIBAoAhRHBEAgCUQA' +
  'AAAAAADwP6AhCQsLIAxBAWohDAJAIBAoAhwgECgCGEcEQCAJRAAAAAAAAPA/oCEJCwsgDEEBaiEMAkAgECgCICAQKAIcRwRAIAlE' +
  'AAAAAAAA8D+gIQkLCyAMQQFqIQwgEEEgaiEQIAwgBkEHa0gNAAsLIAwgBkhFDQADQAJAIA0gDEECdGooAgAgDEEBayERIA0gEUEC' +
  'dGooAgBHBEAgCUQAAAAAAADwP6AhCQsLIAxBAWohDCAMIAZIDQALCwsgC0EBaiELIAsgBEgNAAsLQQAhCwJAIAsgBEhFDQADQAJA' +
  'QQIhDAJAIAwgBkhFDQAgCyIUIAJPBEAACyADIRMgACAUIBNsQQJ0aiESAkACQCAGGkEBRQ0AIAZBAWsgA0hFDQAMAQsACyAMIAZB' +
  'B2tIBEAgDCEVIBIgFUECdGpBeGohFQNAAkAgFSgCCCAVKAIARwRAIAlEAAAAAAAAAECgIQkLCyAMQQFqIQwCQCAVKAIMIBUoAgRH' +
  'BEAgCUQAAAAAAAAAQKAhCQsLIAxBAWohDAJAIBUoAhAgFSgCCEcEQCAJRAAAAAAAAABAoCEJCwsgDEEBaiEMAkAgFSgCFCAVKAIM' +
  'RwRAIAlEAAAAAAAAAECgIQkLCyAMQQFqIQwCQCAVKAIYIBUoAhBHBEAgCUQAAAAAAAAAQKAhCQsLIAxBAWohDAJAIBUoAhwgFSgC' +
  'FEcEQCAJRAAAAAAAAABAoCEJCwsgDEEBaiEMAkAgFSgCICAVKAIYRwRAIAlEAAAAAAAAAECgIQkLCyAMQQFqIQwCQCAVKAIkIBUo' +
  'AhxHBEAgCUQAAAAAAAAAQKAhCQsLIAxBAWohDCAVQSBqIRUgDCAGQQdrSA0ACwsgDCAGSEUNAANAAkAgEiAMQQJ0aigCACAMQQJr' +
  'IRYgEiAWQQJ0aigCAEcEQCAJRAAAAAAAAABAoCEJCwsgDEEBaiEMIAwgBkgNAAsLCyALQQFqIQsgCyAESA0ACwtBACELAkAgCyAE' +
  'SEUNAANAAkBBAyEMAkAgDCAGSEUNACALIhkgAk8EQAALIAMhGCAAIBkgGGxBAnRqIRcCQAJAIAYaQQFFDQAgBkEBayADSEUNAAwB' +
  'CwALIAwgBkEHa0gEQCAMIRogFyAaQQJ0aiEaA0ACQCAaKAIAIAxBA2shGyAXIBtBAnRqKAIARwRAIAlEAAAAAAAACECgIQkLCyAM' +
  'QQFqIQwCQCAaKAIEIAxBA2shHCAXIBxBAnRqKAIARwRAIAlEAAAAAAAACECgIQkLCyAMQQFqIQwCQCAaKAIIIAxBA2shHSAXIB1B' +
  'AnRqKAIARwRAIAlEAAAAAAAACECgIQkLCyAMQQFqIQwCQCAaKAIMIAxBA2shHiAXIB5BAnRqKAIARwRAIAlEAAAAAAAACECgIQkL' +
  'CyAMQQFqIQwCQCAaKAIQIAxBA2shHyAXIB9BAnRqKAIARwRAIAlEAAAAAAAACECgIQkLCyAMQQFqIQwCQCAaKAIUIAxBA2shICAX' +
  'ICBBAnRqKAIARwRAIAlEAAAAAAAACECgIQkLCyAMQQFqIQwCQCAaKAIYIAxBA2shISAXICFBAnRqKAIARwRAIAlEAAAAAAAACECg' +
  'IQkLCyAMQQFqIQwCQCAaKAIcIAxBA2shIiAXICJBAnRqKAIARwRAIAlEAAAAAAAACECgIQkLCyAMQQFqIQwgGkEgaiEaIAwgBkEH' +
  'a0gNAAsLIAwgBkhFDQADQAJAIBcgDEECdGooAgAgDEEDayEjIBcgI0ECdGooAgBHBEAgCUQAAAAAAAAIQKAhCQsLIAxBAWohDCAM' +
  'IAZIDQALCwsgC0EBaiELIAsgBEgNAAsLQQQhCiAJDwALdgECfyAAQYCAgMAASwRAAAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRBgICA' +
  'gARLBEAACyAEPwBBEHRLBEAgBD8AQRB0a0H//wNqQRB2QABBf0YEQAALCyAEJAAgA0EIayAANgIAIAIEQCADQQAgACABdPwLAAsg' +
  'AwsGAEEIJAAL';

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
export function edgesKernel(grid: readonly (readonly number[])[]): number | undefined {
  if (kernel === undefined || !Array.isArray(grid)) return undefined;
  try {
    kernel.reset();
    const gridColumns = grid[0]?.length ?? 0;
    const gridAddress = kernel.allocate(grid.length * gridColumns, 2, 0);
    const gridView = new Int32Array(kernel.memory.buffer, gridAddress, grid.length * gridColumns);
    for (let i = 0; i < grid.length; i++) {
      const row: unknown = grid[i];
      if (!Array.isArray(row) || row.length !== gridColumns) return undefined;
      for (let j = 0; j < gridColumns; j++) {
        const value: unknown = row[j];
        if (!isInteger(value)) return undefined;
        gridView[i * gridColumns + j] = value;
      }
    }
    return kernel.run(gridAddress, grid.length * gridColumns, grid.length, gridColumns);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
