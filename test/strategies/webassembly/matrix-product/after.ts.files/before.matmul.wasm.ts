// matmulKernel: matmul of before.ts as a WebAssembly module of 2213 bytes, made by Speedlens. The source is matmul itself,
// which also does what the kernel cannot. When matmul changes, make this file anew:
//   speedlens bench before.ts#matmul --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABFwNgCH9/f39/f39/AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxv' +
  'Y2F0ZQABBXJlc2V0AAIKyRADyA8fDX8FewV/AXsEfwJ8An8BfAF/AXwBfwF8AX8BfAF/AXwBfwF8AX8BfAJ/AnsCfwF7BH8BfAF/' +
  'AXwFfwF8BH8gAiEIIAYhCUEAIQoCQAJAIAoaQQFFDQAgCkEATkUNACAKIAZIRQ0ADAELAAsgByELQQAhDUEAIQ5BACEPQQAhEAJA' +
  'IBAgCEhFDQADQAJAQQAhEkEAIRMCQCAHQQdrIhRBACAUQQBKGyEUAkADQCATQQdqIAtODQFEAAAAAAAAAAD9FCEVIBUhFiAVIRcg' +
  'FSEYIBUhGUEAIRoCQCAaIAlIRQ0AIBAiHSACTwRAAAsgAyEcIAAgHSAcbEEDdGohGyAcQQdrIh5BACAeQQBKGyEeAkACQCAJGkEB' +
  'RQ0AIAlBAWsgHEhFDQAMAQsACwNAIBsgGkEDdGorAwD9FCEfIBoiIiAGTwRAAAsgEyIjIBRPBEAACyAiIAdsICNqISAgBCAgQQN0' +
  'aiEhIBYgHyAh/QADAP3yAf3wASEWIBcgHyAh/QADEP3yAf3wASEXIBggHyAh/QADIP3yAf3wASEYIBkgHyAh/QADMP3yAf3wASEZ' +
  'IBpBAWohGiAaIAlIDQALCyAW/SEAISQCQCAkISUgEiAmRgRAICZBAXRBEGohJiARIScgJkEDQQAQASIRICcgEkEDdPwKAAALIBEg' +
  'EkEDdGogJTkDACASQQFqIRILIBNBAWohEyAW/SEBISQCQCAkISggEiAmRgRAICZBAXRBEGohJiARISkgJkEDQQAQASIRICkgEkED' +
  'dPwKAAALIBEgEkEDdGogKDkDACASQQFqIRILIBNBAWohEyAX/SEAISQCQCAkISogEiAmRgRAICZBAXRBEGohJiARISsgJkEDQQAQ' +
  'ASIRICsgEkEDdPwKAAALIBEgEkEDdGogKjkDACASQQFqIRILIBNBAWohEyAX/SEBISQCQCAkISwgEiAmRgRAICZBAXRBEGohJiAR' +
  'IS0gJkEDQQAQASIRIC0gEkEDdPwKAAALIBEgEkEDdGogLDkDACASQQFqIRILIBNBAWohEyAY/SEAISQCQCAkIS4gEiAmRgRAICZB' +
  'AXRBEGohJiARIS8gJkEDQQAQASIRIC8gEkEDdPwKAAALIBEgEkEDdGogLjkDACASQQFqIRILIBNBAWohEyAY/SEBISQCQCAkITAg' +
  'EiAmRgRAICZBAXRBEGohJiARITEgJkEDQQAQASIRIDEgEkEDdPwKAAALIBEgEkEDdGogMDkDACASQQFqIRILIBNBAWohEyAZ/SEA' +
  'ISQCQCAkITIgEiAmRgRAICZBAXRBEGohJiARITMgJkEDQQAQASIRIDMgEkEDdPwKAAALIBEgEkEDdGogMjkDACASQQFqIRILIBNB' +
  'AWohEyAZ/SEBISQCQCAkITQgEiAmRgRAICZBAXRBEGohJiARITUgJkEDQQAQASIRIDUgEkEDdPwKAAALIBEgEkEDdGogNDkDACAS' +
  'QQFqIRILIBNBAWohEwwACwsgB0EBayI2QQAgNkEAShshNgJAA0AgE0EBaiALTg0BRAAAAAAAAAAA/RQhNyA3IThBACEaAkAgGiAJ' +
  'SEUNACAQIjkgAk8EQAALIAMhHCAAIDkgHGxBA3RqIRsgHEEBayI6QQAgOkEAShshOgJAAkAgCRpBAUUNACAJQQFrIBxIRQ0ADAEL' +
  'AAsDQCAbIBpBA3RqKwMA/RQhOyAaIj4gBk8EQAALIBMiPyA2TwRAAAsgPiAHbCA/aiE8IAQgPEEDdGohPSA4IDsgPf0AAwD98gH9' +
  '8AEhOCAaQQFqIRogGiAJSA0ACwsgOP0hACEkAkAgJCFAIBIgJkYEQCAmQQF0QRBqISYgESFBICZBA0EAEAEiESBBIBJBA3T8CgAA' +
  'CyARIBJBA3RqIEA5AwAgEkEBaiESCyATQQFqIRMgOP0hASEkAkAgJCFCIBIgJkYEQCAmQQF0QRBqISYgESFDICZBA0EAEAEiESBD' +
  'IBJBA3T8CgAACyARIBJBA3RqIEI5AwAgEkEBaiESCyATQQFqIRMMAAsLIBMgC0hFDQADQAJARAAAAAAAAAAAISRBACEaAkAgGiAJ' +
  'SEUNACAQIkQgAk8EQAALIAMhHCAAIEQgHGxBA3RqIRsCQAJAIAkaQQFFDQAgCUEBayAcSEUNAAwBCwALA0ACQCAkIBsgGkEDdGor' +
  'AwAgGiJGIAZPBEAACyATIkcgB08EQAALIEYgB2wgR2ohRSAEIEVBA3RqKwMAoqAhJAsgGkEBaiEaIBogCUgNAAsLICQhSCASICZG' +
  'BEAgJkEBdEEQaiEmIBEhSSAmQQNBABABIhEgSSASQQN0/AoAAAsgESASQQN0aiBIOQMAIBJBAWohEgsgE0EBaiETIBMgC0gNAAsL' +
  'IA23IA63IA+3omEEQAUACyAOQQBGBEAgEiEPBSAPIBJGBEAFAAsLIA0gEmoiSyBKSwRAIEsgSkEBdCJKIEsgSksbIUogDCFMIEpB' +
  'A0EAEAEiDCBMIA1BA3T8CgAACyAMIA1BA3RqIBEgEkEDdPwKAAAgSyENIA5BgICAwABIBEAFAAsgDkEBaiEOCyAQQQFqIRAgECAI' +
  'SA0ACwsgDbcgDrcgD7eiYQRABQALIAxFBEBBAEEAQQAQASEMCyAMQQhrIA42AgAgDEEEayAPNgIAIAwPAAt2AQJ/IABBgICAwABL' +
  'BEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQk' +
  'ACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

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
export function matmulKernel(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] | undefined {
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
