// matrixProductKernel: matrixProduct of before.ts as a WebAssembly module of 2270 bytes, made by Speedlens. The source is matrixProduct itself,
// which also does what the kernel cannot. When matrixProduct changes, take away this file and what before.ts says of matrixProductKernel, and make them anew:
//   speedlens bench before.ts#matrixProduct --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABFwNgCH9/f39/f39/AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxv' +
  'Y2F0ZQABBXJlc2V0AAIKghEDgRAXC38BfAN/AXwNfwF8B38BfAd/AXwHfwF8B38BfAd/AXwHfwF8B38BfAd/AXwDf0EAIQlBACEK' +
  'QQAhC0EAIQwCQCAMIAJIRQ0AA0ACQCAMIQ0gDSAKRgRABQALIAm3IAq3IAu3omEEQAUACyAKQYCAgMAASARABQALIApBAWohCkEA' +
  'IQ4CQCAOQQAhDwJAAkAgDxpBAUUNACAPQQBORQ0AIA8gBkhFDQAMAQsACyAHSEUNAANAAkAgDCEQIA4hEUEAIRICQAJAIBBBAE5F' +
  'DQAgECAKQQFrRkUNACARtyAJtyAKQQFrtyALt6KhYUUNACAJtyAKtyALt6JhBEAgCkEBRgRABQALIAtBgICAwABIBEAFAAsgC0EB' +
  'aiELCyAStyETIAkgFEYEQCAUQQF0QRBqIRQgCCEVIBRBA0EAEAEiCCAVIAlBA3T8CgAACyAIIAlBA3RqIBM5AwAgCUEBaiEJDAEL' +
  'IBAhGCAYIApPBEAACyARIRkgGSALTwRAAAsgGCALbCAZaiIaIAlPBEAACyAaIRYgErchFyAWIAlPBEAACyAIIBZBA3RqIBc5AwAL' +
  'QQAhGwJAIBsgBkhFDQAgDCIeIAJPBEAACyADIR0gACAeIB1sQQN0aiEcAkACQCAGGkEBRQ0AIAZBAWsgA0hFDQAMAQsACyAbIAZB' +
  'B2tIBEAgGyEfIBwgH0EDdGohHwNAAkAgDCEgICAgCk8EQAALIA4hISAhIAtPBEAACyAgIAtsICFqIiIgCU8EQAALICIhIyAjISQg' +
  'IyAJTwRAAAsgCCAjQQN0aisDACAfKwMAIBshJyAOISggKCAHTwRAAAsgJyAHbCAoaiEmIAQgJkEDdGorAwCioCElICQgCU8EQAAL' +
  'IAggJEEDdGogJTkDAAsgG0EBaiEbAkAgDCEpICkgCk8EQAALIA4hKiAqIAtPBEAACyApIAtsICpqIisgCU8EQAALICshIyAjISwg' +
  'IyAJTwRAAAsgCCAjQQN0aisDACAfKwMIIBshLyAOITAgMCAHTwRAAAsgLyAHbCAwaiEuIAQgLkEDdGorAwCioCEtICwgCU8EQAAL' +
  'IAggLEEDdGogLTkDAAsgG0EBaiEbAkAgDCExIDEgCk8EQAALIA4hMiAyIAtPBEAACyAxIAtsIDJqIjMgCU8EQAALIDMhIyAjITQg' +
  'IyAJTwRAAAsgCCAjQQN0aisDACAfKwMQIBshNyAOITggOCAHTwRAAAsgNyAHbCA4aiE2IAQgNkEDdGorAwCioCE1IDQgCU8EQAAL' +
  'IAggNEEDdGogNTkDAAsgG0EBaiEbAkAgDCE5IDkgCk8EQAALIA4hOiA6IAtPBEAACyA5IAtsIDpqIjsgCU8EQAALIDshIyAjITwg' +
  'IyAJTwRAAAsgCCAjQQN0aisDACAfKwMYIBshPyAOIUAgQCAHTwRAAAsgPyAHbCBAaiE+IAQgPkEDdGorAwCioCE9IDwgCU8EQAAL' +
  'IAggPEEDdGogPTkDAAsgG0EBaiEbAkAgDCFBIEEgCk8EQAALIA4hQiBCIAtPBEAACyBBIAtsIEJqIkMgCU8EQAALIEMhIyAjIUQg' +
  'IyAJTwRAAAsgCCAjQQN0aisDACAfKwMgIBshRyAOIUggSCAHTwRAAAsgRyAHbCBIaiFGIAQgRkEDdGorAwCioCFFIEQgCU8EQAAL' +
  'IAggREEDdGogRTkDAAsgG0EBaiEbAkAgDCFJIEkgCk8EQAALIA4hSiBKIAtPBEAACyBJIAtsIEpqIksgCU8EQAALIEshIyAjIUwg' +
  'IyAJTwRAAAsgCCAjQQN0aisDACAfKwMoIBshTyAOIVAgUCAHTwRAAAsgTyAHbCBQaiFOIAQgTkEDdGorAwCioCFNIEwgCU8EQAAL' +
  'IAggTEEDdGogTTkDAAsgG0EBaiEbAkAgDCFRIFEgCk8EQAALIA4hUiBSIAtPBEAACyBRIAtsIFJqIlMgCU8EQAALIFMhIyAjIVQg' +
  'IyAJTwRAAAsgCCAjQQN0aisDACAfKwMwIBshVyAOIVggWCAHTwRAAAsgVyAHbCBYaiFWIAQgVkEDdGorAwCioCFVIFQgCU8EQAAL' +
  'IAggVEEDdGogVTkDAAsgG0EBaiEbAkAgDCFZIFkgCk8EQAALIA4hWiBaIAtPBEAACyBZIAtsIFpqIlsgCU8EQAALIFshIyAjIVwg' +
  'IyAJTwRAAAsgCCAjQQN0aisDACAfKwM4IBshXyAOIWAgYCAHTwRAAAsgXyAHbCBgaiFeIAQgXkEDdGorAwCioCFdIFwgCU8EQAAL' +
  'IAggXEEDdGogXTkDAAsgG0EBaiEbIB9BwABqIR8gGyAGQQdrSA0ACwsgGyAGSEUNAANAAkAgDCFhIGEgCk8EQAALIA4hYiBiIAtP' +
  'BEAACyBhIAtsIGJqImMgCU8EQAALIGMhIyAjIWQgIyAJTwRAAAsgCCAjQQN0aisDACAcIBtBA3RqKwMAIBshZyAOIWggaCAHTwRA' +
  'AAsgZyAHbCBoaiFmIAQgZkEDdGorAwCioCFlIGQgCU8EQAALIAggZEEDdGogZTkDAAsgG0EBaiEbIBsgBkgNAAsLCyAOQQFqIQ4g' +
  'DkEAIQ8CQAJAIA8aQQFFDQAgD0EATkUNACAPIAZIRQ0ADAELAAsgB0gNAAsLCyAMQQFqIQwgDCACSA0ACwsgCbcgCrcgC7eiYQRA' +
  'BQALIAhFBEBBAEEAQQAQASEICyAIQQhrIAo2AgAgCEEEayALNgIAIAgPAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACABdGpB' +
  'B2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANB' +
  'ACAAIAF0/AsACyADCwYAQQgkAAs=';

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
