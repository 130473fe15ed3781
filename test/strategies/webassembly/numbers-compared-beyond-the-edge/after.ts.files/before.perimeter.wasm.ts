// perimeterKernel: perimeter of before.ts as a WebAssembly module of 1069 bytes, made by Speedlens. The source is perimeter itself,
// which also does what the kernel cannot. When perimeter changes, take away this file and what before.ts says of perimeterKernel, and make them anew:
//   speedlens bench before.ts#perimeter --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEwNgBH9/f38BfGADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRl' +
  'AAEFcmVzZXQAAgrVBwPUBgUBfwF8IX8CfAN/IwAhBEQAAAAAAAAAACEFQQAhBgJAIAYgAkhFDQADQAJAQQAhBwJAIAdBACEIAkAC' +
  'QCAIGkEBRQ0AIAhBAE5FDQAgCCACSEUNAAwBCwALIANIRQ0AIAYiCyACTwRAAAsgAyEKIAAgCyAKbEEDdGohCQNAAkAgByAKTwRA' +
  'AAsgCSAHQQN0aisDAEQAAAAAAADwP2IEQAwBC0EAIQ5BASEPQQEhEEEAIRFBACESQX8hE0F/IRRBACEVQQghDSANIBZLBEAgDSIW' +
  'QQJBABABIQwLIAxBACANQQJ0/AsAIAwgDjYCACAMIA82AgQgDCAQNgIIIAwgETYCDCAMIBI2AhAgDCATNgIUIAwgFDYCGCAMIBU2' +
  'AhxBBCEXQQIhGEEAIRkCQCAZIBdIRQ0AA0ACQCAZIhwgF08EQAALIBghGyAMIBwgG2xBAnRqIRpBACEdIB0gG08EQAALIBogHUEC' +
  'dGooAgAhHkEBIR8gHyAbTwRAAAsgGiAfQQJ0aigCACEgIAYgHmohISAHICBqISIgIRpBAQR/ICFBAE4EfyAhIAJIBUEACwVBAAsE' +
  'fyAiGkEBBH8gIkEATgR/ICIgA0gFQQALBUEACwVBAAsEfCAhISQgJCACTwRAAAsgIiElICUgA08EQAALICQgA2wgJWohIyAAICNB' +
  'A3RqKwMABUQAAAAAAAD4fwtEAAAAAAAA8D9iBEAgBUQAAAAAAADwP6AhBQsgBiAeaiEmIAe3ICC3RAAAAAAAAOA/oqAhJyAmGkEB' +
  'BH8gJkEATgR/ICYgAkgFQQALBUEACwR/ICchKCAoICidoUQAAAAAAAAAAGEEfyAnRAAAAAAAAAAAZgR/ICcgA7djBUEACwVBAAsF' +
  'QQALBHwgJiEqICogAk8EQAALICf8AiErICsgA08EQAALICogA2wgK2ohKSAAIClBA3RqKwMABUQAAAAAAAD4fwtEAAAAAAAAFEBj' +
  'BEAgBUQAAAAAAADQP6AhBQsLIBlBAWohGSAZIBdIDQALCwsgB0EBaiEHIAdBACEIAkACQCAIGkEBRQ0AIAhBAE5FDQAgCCACSEUN' +
  'AAwBCwALIANIDQALCwsgBkEBaiEGIAYgAkgNAAsLIAUgBCQADyAEJAAAC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEH' +
  'akF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EA' +
  'IAAgAXT8CwALIAMLBgBBCCQACw==';

interface Kernel {
  run(field: number, fieldLength: number, fieldRows: number, fieldColumns: number): number;
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
export function perimeterKernel(field: readonly (readonly number[])[]): number | undefined {
  if (kernel === undefined || !Array.isArray(field)) return undefined;
  try {
    kernel.reset();
    const fieldColumns = field[0]?.length ?? 0;
    const fieldAddress = kernel.allocate(field.length * fieldColumns, 3, 0);
    const fieldView = new Float64Array(kernel.memory.buffer, fieldAddress, field.length * fieldColumns);
    for (let i = 0; i < field.length; i++) {
      const row: unknown = field[i];
      if (!Array.isArray(row) || row.length !== fieldColumns) return undefined;
      for (let j = 0; j < fieldColumns; j++) {
        const value: unknown = row[j];
        if (typeof value !== 'number') return undefined;
        fieldView[i * fieldColumns + j] = value;
      }
    }
    return kernel.run(fieldAddress, field.length * fieldColumns, field.length, fieldColumns);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
