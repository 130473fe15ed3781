// closestKernel: closest of before.ts as a WebAssembly module of 531 bytes, made by Speedlens. The source is closest itself,
// which also does what the kernel cannot. When closest changes, take away this file and what before.ts says of closestKernel, and make them anew:
//   speedlens bench before.ts#closest --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEwNgBH9/f38BfGADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRl' +
  'AAEFcmVzZXQAAgq7AwO6AgkBfAZ/AXwBfwF8BH8BfAF/AnxEAAAAAAAA8H8hBEEAIQUCQCAFIAJIRQ0AA0ACQCAFIgggAk8EQAAL' +
  'IAMhByAAIAggB2xBA3RqIQZBACEJAkAgCSACSEUNAEEAIQogCiAHTwRAAAsgBiAKQQN0aisDACELQQEhDCAMIAdPBEAACyAGIAxB' +
  'A3RqKwMAIQ0DQAJAIAkiECACTwRAAAsgAyEPIAAgECAPbEEDdGohDiALQQAhESARIA9PBEAACyAOIBFBA3RqKwMAoSESIA1BASET' +
  'IBMgD08EQAALIA4gE0EDdGorAwChIRQgEiASoiAUIBSioCEVAkAgFUQAAAAAAAAAAGRFDQAgFSAEY0UNACAVIQQLCyAJQQFqIQkg' +
  'CSACSA0ACwsLIAVBAWohBSAFIAJIDQALCyAEDwALdgECfyAAQYCAgMAASwRAAAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRBgICAgARL' +
  'BEAACyAEPwBBEHRLBEAgBD8AQRB0a0H//wNqQRB2QABBf0YEQAALCyAEJAAgA0EIayAANgIAIAIEQCADQQAgACABdPwLAAsgAwsG' +
  'AEEIJAAL';

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
export function closestKernel(points: readonly (readonly number[])[]): number | undefined {
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
    return kernel.run(pointsAddress, points.length * pointsColumns, points.length, pointsColumns);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
