// weighedKernel: weighed of before.ts as a WebAssembly module of 976 bytes, made by Speedlens. The source is weighed itself,
// which also does what the kernel cannot. When weighed changes, take away this file and what before.ts says of weighedKernel, and make them anew:
//   speedlens bench before.ts#weighed --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABFQNgBn9/f39/fwF/YAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxsb2Nh' +
  'dGUAAQVyZXNldAACCvYGA/UFBwx/AnwEfwF8AX8BfAh/QQAhB0EAIQhBACEJQQAhCgJAIAogAkhFDQADQAJAIAoiDSACTwRAAAsg' +
  'AyEMIAAgDSAMbEEDdGohCyAMIQ8gDyAQSwRAIA8iEEEDQQAQASEOCyAOQQAgD0EDdPwLAEEAIRECQCARIAxIRQ0AIAxBAWsgD0gE' +
  'QAUACwNAAkAgCyARQQN0aisDACESIBG3IRMgBCEUIAUhFUEAIRYCQCAWIBVBB2tIBEAgFiEXIBQgF0EDdGohFwNAAkAgFysDACEY' +
  'IBMgEiAYoqAhEwsgFkEBaiEWAkAgFysDCCEYIBMgEiAYoqAhEwsgFkEBaiEWAkAgFysDECEYIBMgEiAYoqAhEwsgFkEBaiEWAkAg' +
  'FysDGCEYIBMgEiAYoqAhEwsgFkEBaiEWAkAgFysDICEYIBMgEiAYoqAhEwsgFkEBaiEWAkAgFysDKCEYIBMgEiAYoqAhEwsgFkEB' +
  'aiEWAkAgFysDMCEYIBMgEiAYoqAhEwsgFkEBaiEWAkAgFysDOCEYIBMgEiAYoqAhEwsgFkEBaiEWIBdBwABqIRcgFiAVQQdrSA0A' +
  'CwsgFiAVSEUNAANAAkAgFCAWQQN0aisDACEYIBMgEiAYoqAhEwsgFkEBaiEWIBYgFUgNAAsLIBEhGSATIRogGSAPTwRAAAsgDiAZ' +
  'QQN0aiAaOQMACyARQQFqIREgESAMSA0ACwsgGyAdIA4hGyAQIR0hECEOIA8hHCAHtyAItyAJt6JhBEAFAAsgCEEARgRAIBwhCQUg' +
  'CSAcRgRABQALCyAHIBxqIh8gHksEQCAfIB5BAXQiHiAfIB5LGyEeIAYhICAeQQNBABABIgYgICAHQQN0/AoAAAsgBiAHQQN0aiAb' +
  'IBxBA3T8CgAAIB8hByAIQYCAgMAASARABQALIAhBAWohCAsgCkEBaiEKIAogAkgNAAsLIAe3IAi3IAm3omEEQAUACyAGISEgByEi' +
  'ICFBCGsgCDYCACAhQQRrIAk2AgAgIQ8AC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsg' +
  'BD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLBgBBCCQA' +
  'Cw==';

interface Kernel {
  run(table: number, tableLength: number, tableRows: number, tableColumns: number, weights: number, weightsLength: number): number;
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
export function weighedKernel(table: readonly (readonly number[])[], weights: readonly number[]): number[][] | undefined {
  if (kernel === undefined || (table as object | undefined)?.constructor !== Array || (weights as object | undefined)?.constructor !== Array) return undefined;
  try {
    kernel.reset();
    const tableColumns = table[0]?.length ?? 0;
    const tableAddress = kernel.allocate(table.length * tableColumns, 3, 0);
    const tableView = new Float64Array(kernel.memory.buffer, tableAddress, table.length * tableColumns);
    for (let i = 0; i < table.length; i++) {
      const row: unknown = table[i];
      if (!Array.isArray(row) || row.constructor !== Array || row.length !== tableColumns) return undefined;
      for (let j = 0; j < tableColumns; j++) {
        const value: unknown = row[j];
        if (typeof value !== 'number') return undefined;
        tableView[i * tableColumns + j] = value;
      }
    }
    const weightsAddress = kernel.allocate(weights.length, 3, 0);
    const weightsView = new Float64Array(kernel.memory.buffer, weightsAddress, weights.length);
    for (let index = 0; index < weights.length; index++) {
      const value: unknown = weights[index];
      if (typeof value !== 'number') return undefined;
      weightsView[index] = value;
    }
    const result = kernel.run(tableAddress, table.length * tableColumns, table.length, tableColumns, weightsAddress, weights.length);
    const [rows, columns] = new Uint32Array(kernel.memory.buffer, result - 8, 2) as unknown as [number, number];
    const view = new Float64Array(kernel.memory.buffer, result, rows * columns);
    const table2 = new Array<number[]>(rows);
    for (let i = 0; i < rows; i++) {
      const row = new Array<number>(columns);
      for (let j = 0; j < columns; j++) row[j] = view[i * columns + j] as number;
      table2[i] = row;
    }
    return table2;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
