// pairwiseDistancesKernel: pairwiseDistances of before.ts as a WebAssembly module of 1295 bytes, made by Speedlens. The source is pairwiseDistances itself,
// which also does what the kernel cannot. When pairwiseDistances changes, take away this file and what before.ts says of pairwiseDistancesKernel, and make them anew:
//   speedlens bench before.ts#pairwiseDistances --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABGwRgBH9/f38Bf2AEf39/fwF8YAN/f38Bf2AAAAMFBAABAgMFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIA' +
  'CGFsbG9jYXRlAAIFcmVzZXQAAwquCQT+BAURfwJ8A38BfAN/IAJBAGohBAJAAkAgBBpBAUUNACAEQQBORQ0AIARBgICAwABMRQ0A' +
  'DAELAAtBACEGQQAhB0EAIQhBACEJAkAgCSACSEUNAANAAkAgCSEKIAogB0YEQAUACyACIQsCQAJAIAsaQQFFDQAgC0EATkUNACAL' +
  'QYCAgMAATEUNAAwBCwALIAcgBEgEQAUACyAGtyAHtyAIt6JhBEAFAAsgB0EARgRAIAshCAUgCCALRgRABQALCyAHQYCAgMAASARA' +
  'BQALIAdBAWohB0EAIQwCQCAMIAJIRQ0AA0ACQCAJIQ0gDCEOIAkiESACTwRAAAsgAyEQIAAgESAQbEEDdGohDyAMIhQgAk8EQAAL' +
  'IAMhEyAAIBQgE2xBA3RqIRIgDyAQIBIgExABIRUCQAJAIA1BAE5FDQAgDSAHQQFrRkUNACAOtyAGtyAHQQFrtyAIt6KhYUUNACAG' +
  'tyAHtyAIt6JhBEAgB0EBRgRABQALIAhBgICAwABIBEAFAAsgCEEBaiEICyAVIRYgBiAXRgRAIBdBAXRBEGohFyAFIRggF0EDQQAQ' +
  'AiIFIBggBkEDdPwKAAALIAUgBkEDdGogFjkDACAGQQFqIQYMAQsgDSEbIBsgB08EQAALIA4hHCAcIAhPBEAACyAbIAhsIBxqIh0g' +
  'Bk8EQAALIB0hGSAVIRogGSAGTwRAAAsgBSAZQQN0aiAaOQMACwsgDEEBaiEMIAwgAkgNAAsLCyAJQQFqIQkgCSACSA0ACwsgBrcg' +
  'B7cgCLeiYQRABQALIAcgBEYEQAUACyAFRQRAQQBBAEEAEAIhBQsgBUEIayAHNgIAIAVBBGsgCDYCACAFDwALrQMDAXwDfwl8RAAA' +
  'AAAAAAAAIQRBACEFAkAgBSABSEUNACABQQFrIANIBEAFAAsgBSABQQdrSARAIAUhBiAAIAZBA3RqIQYgBSEHIAIgB0EDdGohBwNA' +
  'AkAgBCAGKwMAIAcrAwChIgggCKKgIQQLIAVBAWohBQJAIAQgBisDCCAHKwMIoSIJIAmioCEECyAFQQFqIQUCQCAEIAYrAxAgBysD' +
  'EKEiCiAKoqAhBAsgBUEBaiEFAkAgBCAGKwMYIAcrAxihIgsgC6KgIQQLIAVBAWohBQJAIAQgBisDICAHKwMgoSIMIAyioCEECyAF' +
  'QQFqIQUCQCAEIAYrAyggBysDKKEiDSANoqAhBAsgBUEBaiEFAkAgBCAGKwMwIAcrAzChIg4gDqKgIQQLIAVBAWohBQJAIAQgBisD' +
  'OCAHKwM4oSIPIA+ioCEECyAFQQFqIQUgBkHAAGohBiAHQcAAaiEHIAUgAUEHa0gNAAsLIAUgAUhFDQADQAJAIAQgACAFQQN0aisD' +
  'ACACIAVBA3RqKwMAoSIQIBCioCEECyAFQQFqIQUgBSABSA0ACwsgBJ8PAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACABdGpB' +
  'B2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANB' +
  'ACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(points: number, pointsLength: number, pointsRows: number, pointsColumns: number): number;
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
export function pairwiseDistancesKernel(points: readonly (readonly number[])[]): number[][] | undefined {
  if (kernel === undefined || !Array.isArray(points)) return undefined;
  try {
    kernel.reset();
    const pointsColumns = points[0]?.length ?? 0;
    const pointsAddress = kernel.allocate(points.length * pointsColumns, 3, 0);
    const pointsView = new Float64Array(kernel.memory.buffer, pointsAddress, points.length * pointsColumns);
    for (let i = 0; i < points.length; i++) {
      const row: unknown = points[i];
      if (!Array.isArray(row) || row.length !== pointsColumns) return undefined;
      for (let j = 0; j < pointsColumns; j++) {
        const value: unknown = row[j];
        if (typeof value !== 'number') return undefined;
        pointsView[i * pointsColumns + j] = value;
      }
    }
    const result = kernel.run(pointsAddress, points.length * pointsColumns, points.length, pointsColumns);
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
