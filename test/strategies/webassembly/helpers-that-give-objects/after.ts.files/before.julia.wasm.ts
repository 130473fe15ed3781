// juliaKernel: julia of before.ts as a WebAssembly module of 797 bytes, made by Speedlens. The source is julia itself,
// which also does what the kernel cannot. When julia changes, take away this file and what before.ts says of juliaKernel, and make them anew:
//   speedlens bench before.ts#julia --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEQNgAn9/AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0ZQAB' +
  'BXJlc2V0AAIKxwUDxgQIAnwEfwN8AX8MfAJ/CnwCf0SamZmZmZnpvyECRCuHFtnO98M/IQNBACEFQQAhBgJAIAYgAEhFDQADQAJA' +
  'QQAhBwJAIAcgAEhFDQAgBrcgALejRAAAAAAAAABAokQAAAAAAADwP6EhCANAAkAgB7cgALejRAAAAAAAAAhAokQAAAAAAAD4P6Eh' +
  'CSAIIQpBACELRAAAAAAAAAAAIQxEAAAAAAAAAAAhDQJAIAsgAUhFDQAgDEQAAAAAAAAAQGVFDQADQAJAAkAgCSAJoiAKIAqioSEO' +
  'IAkgCqIgCiAJoqAhDyAOIRAgDyERCwJAIBAgAqAhEiARIAOgIRMgEiEUIBMhFQsgFCEJIBUhCiAJIRYgCiEXAkACQCAWRAAAAAAA' +
  'AAAAYUUNACAXRAAAAAAAAAAAYUUNAEEAIRhBACEZIBi3IRogGbchGwwBCyAWIBaiIBcgF6KgnyEcIBcgFqMhHSAcIRogHSEbCyAa' +
  'IQwgGyENIAtBAWohCwsCQCALIAFIRQ0AIAxEAAAAAAAAAEBlDQELCwsCQCAJIAKiIAogA6KhIR4gCSADoiAKIAKioCEfIB4hICAf' +
  'ISELICAhIiALtyANICKioCEjIAUgJEYEQCAkQQF0QRBqISQgBCElICRBA0EAEAEiBCAlIAVBA3T8CgAACyAEIAVBA3RqICM5AwAg' +
  'BUEBaiEFCyAHQQFqIQcgByAASA0ACwsLIAZBAWohBiAGIABIDQALCyAERQRAQQBBAEEAEAEhBAsgBEEIayAFNgIAIAQPAAt2AQJ/' +
  'IABBgICAwABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/' +
  'RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(size: number, limit: number): number;
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
export function juliaKernel(size: number, limit: number): number[] | undefined {
  if (kernel === undefined || !isInteger(size) || !isInteger(limit)) return undefined;
  try {
    kernel.reset();
    const result = kernel.run(size, limit);
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
