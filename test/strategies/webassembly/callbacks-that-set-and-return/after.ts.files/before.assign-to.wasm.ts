// assignToKernel: assignTo of before.ts as a WebAssembly module of 1615 bytes, made by Speedlens. The source is assignTo itself,
// which also does what the kernel cannot. When assignTo changes, take away this file and what before.ts says of assignToKernel, and make them anew:
//   speedlens bench before.ts#assignTo --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABGANgCX9/f39/f39/fAF/YAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxs' +
  'b2NhdGUAAQVyZXNldAACCvILA/EKDAF8B38BfAF/AXwBfwF8B38LfAJ/A3wDf0QAAAAAAAAAACEJIAIhCyALQQNBARABIQpBACEM' +
  'AkAgDCACSEUNAANAAkAgDCIPIAJPBEAACyADIQ4gACAPIA5sQQN0aiENQQAhECAQIA5PBEAACyANIBBBA3RqKwMAIRFBASESIBIg' +
  'Dk8EQAALIA0gEkEDdGorAwAhE0F/IRREAAAAAAAA8H8hFUEAIRYCQCAWIAZIRQ0AA0ACQCAWIhkgBk8EQAALIAchGCAEIBkgGGxB' +
  'A3RqIRdBACEaQQAhGwJAIBsgGEEHa0gEQCAbIRwgFyAcQQN0aiEcA0ACQCAcKwMAIR0gHSEeIB4gHmIEQEEBIRoMBAsLIBtBAWoh' +
  'GwJAIBwrAwghHSAdIR8gHyAfYgRAQQEhGgwECwsgG0EBaiEbAkAgHCsDECEdIB0hICAgICBiBEBBASEaDAQLCyAbQQFqIRsCQCAc' +
  'KwMYIR0gHSEhICEgIWIEQEEBIRoMBAsLIBtBAWohGwJAIBwrAyAhHSAdISIgIiAiYgRAQQEhGgwECwsgG0EBaiEbAkAgHCsDKCEd' +
  'IB0hIyAjICNiBEBBASEaDAQLCyAbQQFqIRsCQCAcKwMwIR0gHSEkICQgJGIEQEEBIRoMBAsLIBtBAWohGwJAIBwrAzghHSAdISUg' +
  'JSAlYgRAQQEhGgwECwsgG0EBaiEbIBxBwABqIRwgGyAYQQdrSA0ACwsgGyAYSEUNAANAAkAgFyAbQQN0aisDACEdIB0hJiAmICZi' +
  'BEBBASEaDAMLCyAbQQFqIRsgGyAYSA0ACwsgGgRADAELRAAAAAAAAAAAISdBACEoAkAgKCAYQQdrSARAICghKSAXIClBA3RqISkD' +
  'QAJAICkrAwAhKiAqIChBAEYEfCARBSATC6EhKyArIAhkBEAgJyAIoCEnDAELICcgKyAroqAhJwsgKEEBaiEoAkAgKSsDCCEqICog' +
  'KEEARgR8IBEFIBMLoSErICsgCGQEQCAnIAigIScMAQsgJyArICuioCEnCyAoQQFqISgCQCApKwMQISogKiAoQQBGBHwgEQUgEwuh' +
  'ISsgKyAIZARAICcgCKAhJwwBCyAnICsgK6KgIScLIChBAWohKAJAICkrAxghKiAqIChBAEYEfCARBSATC6EhKyArIAhkBEAgJyAI' +
  'oCEnDAELICcgKyAroqAhJwsgKEEBaiEoAkAgKSsDICEqICogKEEARgR8IBEFIBMLoSErICsgCGQEQCAnIAigIScMAQsgJyArICui' +
  'oCEnCyAoQQFqISgCQCApKwMoISogKiAoQQBGBHwgEQUgEwuhISsgKyAIZARAICcgCKAhJwwBCyAnICsgK6KgIScLIChBAWohKAJA' +
  'ICkrAzAhKiAqIChBAEYEfCARBSATC6EhKyArIAhkBEAgJyAIoCEnDAELICcgKyAroqAhJwsgKEEBaiEoAkAgKSsDOCEqICogKEEA' +
  'RgR8IBEFIBMLoSErICsgCGQEQCAnIAigIScMAQsgJyArICuioCEnCyAoQQFqISggKUHAAGohKSAoIBhBB2tIDQALCyAoIBhIRQ0A' +
  'A0ACQCAXIChBA3RqKwMAISogKiAoQQBGBHwgEQUgEwuhISsgKyAIZARAICcgCKAhJwwBCyAnICsgK6KgIScLIChBAWohKCAoIBhI' +
  'DQALCyAnISwgLCAVYwRAICwhFSAWIRQLCyAWQQFqIRYgFiAGSA0ACwsgCSAUQX9GBHwgDLcFIBULoCEJIAwgC08EQAALIAogDEED' +
  'dGogFLc5AwALIAxBAWohDCAMIAJIDQALCyAKIS0gCyEuQQAhLyAvIC5PBEAACyAtIC9BA3RqIAk5AwAgLQ8AC3YBAn8gAEGAgIDA' +
  'AEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsg' +
  'BCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLBgBBCCQACw==';

interface Kernel {
  run(points: number, pointsLength: number, pointsRows: number, pointsColumns: number, centers: number, centersLength: number, centersRows: number, centersColumns: number, limit: number): number;
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
export function assignToKernel(points: readonly (readonly number[])[], centers: readonly (readonly number[])[], limit: number): number[] | undefined {
  if (kernel === undefined || (points as object | undefined)?.constructor !== Array || (centers as object | undefined)?.constructor !== Array || typeof limit !== 'number') return undefined;
  try {
    kernel.reset();
    const pointsColumns = points[0]?.length ?? 0;
    const pointsAddress = kernel.allocate(points.length * pointsColumns, 3, 0);
    const pointsView = new Float64Array(kernel.memory.buffer, pointsAddress, points.length * pointsColumns);
    for (let i = 0; i < points.length; i++) {
      const row: unknown = points[i];
      if (!Array.isArray(row) || row.constructor !== Array || row.length !== pointsColumns) return undefined;
      for (let j = 0; j < pointsColumns; j++) {
        const value: unknown = row[j];
        if (typeof value !== 'number') return undefined;
        pointsView[i * pointsColumns + j] = value;
      }
    }
    const centersColumns = centers[0]?.length ?? 0;
    const centersAddress = kernel.allocate(centers.length * centersColumns, 3, 0);
    const centersView = new Float64Array(kernel.memory.buffer, centersAddress, centers.length * centersColumns);
    for (let i = 0; i < centers.length; i++) {
      const row: unknown = centers[i];
      if (!Array.isArray(row) || row.constructor !== Array || row.length !== centersColumns) return undefined;
      for (let j = 0; j < centersColumns; j++) {
        const value: unknown = row[j];
        if (typeof value !== 'number') return undefined;
        centersView[i * centersColumns + j] = value;
      }
    }
    const result = kernel.run(pointsAddress, points.length * pointsColumns, points.length, pointsColumns, centersAddress, centers.length * centersColumns, centers.length, centersColumns, limit);
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
