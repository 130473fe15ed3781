// mismatchKernel: mismatch of before.ts as a WebAssembly module of 684 bytes, made by Speedlens. The source is mismatch itself,
// which also does what the kernel cannot. When mismatch changes, take away this file and what before.ts says of mismatchKernel, and make them anew:
//   speedlens bench before.ts#mismatch --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABGANgCX9/f39/f39/fwF8YAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxs' +
  'b2NhdGUAAQVyZXNldAACCs8EA84DBAF8An8BfA9/RAAAAAAAAAAAIQlBACEKAkAgCiAISEUNAANAAkBBASELAkAgCyACSEUNAANA' +
  'AkBEAAAAAAAAAAAhDEEAIQ0CQCANQQAhDgJAAkAgDhpBAUUNACAOQQBORQ0AIA4gAkhFDQAMAQsACyADSEUNACALIhEgAk8EQAAL' +
  'IAMhECAAIBEgEGxBA3RqIQ8gC0EBayIUIAZPBEAACyAHIRMgBCAUIBNsQQN0aiESIAoiFyAGTwRAAAsgByEWIAQgFyAWbEEDdGoh' +
  'FQNAAkAgDCANIBBPBEAACyAPIA1BA3RqKwMAIA0gE08EQAALIBIgDUEDdGorAwCiQQAhGCAYIBZPBEAACyAVIBhBA3RqKwMAoKAh' +
  'DCAMRAAAAAAAAElAZARAIAshGSAZIAZPBEAACyANIRogGiAHTwRAAAsgGSAHbCAaaiEbIBsgBU8EQAALIAQgG0EDdGogDCAIt6M5' +
  'AwALCyANQQFqIQ0gDUEAIQ4CQAJAIA4aQQFFDQAgDkEATkUNACAOIAJIRQ0ADAELAAsgA0gNAAsLIAwgCWQEQCAMIQkLCyALQQFq' +
  'IQsgCyACSA0ACwsLIApBAWohCiAKIAhIDQALCyAJDwALdgECfyAAQYCAgMAASwRAAAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRBgICA' +
  'gARLBEAACyAEPwBBEHRLBEAgBD8AQRB0a0H//wNqQRB2QABBf0YEQAALCyAEJAAgA0EIayAANgIAIAIEQCADQQAgACABdPwLAAsg' +
  'AwsGAEEIJAAL';

interface Kernel {
  run(left: number, leftLength: number, leftRows: number, leftColumns: number, right: number, rightLength: number, rightRows: number, rightColumns: number, shifts: number): number;
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
export function mismatchKernel(left: readonly (readonly number[])[], right: number[][], shifts: number): number | undefined {
  if (kernel === undefined || !Array.isArray(left) || !Array.isArray(right) || !isInteger(shifts)) return undefined;
  if (left.some((row) => right.includes(row))) return undefined;
  if (new Set(right).size !== right.length) return undefined;
  if (right.some((row) => Object.isFrozen(row))) return undefined;
  try {
    kernel.reset();
    const leftColumns = left[0]?.length ?? 0;
    const leftAddress = kernel.allocate(left.length * leftColumns, 3, 0);
    const leftView = new Float64Array(kernel.memory.buffer, leftAddress, left.length * leftColumns);
    for (let i = 0; i < left.length; i++) {
      const row: unknown = left[i];
      if (!Array.isArray(row) || row.length !== leftColumns) return undefined;
      for (let j = 0; j < leftColumns; j++) {
        const value: unknown = row[j];
        if (typeof value !== 'number') return undefined;
        leftView[i * leftColumns + j] = value;
      }
    }
    const rightColumns = right[0]?.length ?? 0;
    const rightAddress = kernel.allocate(right.length * rightColumns, 3, 0);
    const rightView = new Float64Array(kernel.memory.buffer, rightAddress, right.length * rightColumns);
    for (let i = 0; i < right.length; i++) {
      const row: unknown = right[i];
      if (!Array.isArray(row) || row.length !== rightColumns) return undefined;
      for (let j = 0; j < rightColumns; j++) {
        const value: unknown = row[j];
        if (typeof value !== 'number') return undefined;
        rightView[i * rightColumns + j] = value;
      }
    }
    const result = kernel.run(leftAddress, left.length * leftColumns, left.length, leftColumns, rightAddress, right.length * rightColumns, right.length, rightColumns, shifts);
    const rightAfter = new Float64Array(kernel.memory.buffer, rightAddress, right.length * rightColumns);
    right.forEach((row, i) => {
      for (let j = 0; j < rightColumns; j++) row[j] = rightAfter[i * rightColumns + j] as number;
    });
    return result;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
