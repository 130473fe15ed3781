// plainKernel: plain of before.ts as a WebAssembly module of 936 bytes, made by Speedlens. The source is plain itself,
// which also does what the kernel cannot. When plain changes, take away this file and what before.ts says of plainKernel, and make them anew:
//   speedlens bench before.ts#plain --strategies webassembly/resident --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABEgNgA39/fwF8YAN/f38Bf2AAAAINAQFtBm1lbW9yeQIAAQMEAwABAgYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIA' +
  'CGFsbG9jYXRlAAEFcmVzZXQAAgrHBgPGBQUBfAd/AXsDfwF7RAAAAAAAAAAAIQNBACEEAkAgBCACSEUNAANAAkBEAAAAAAAAAAAh' +
  'A0EAIQUCQCAFIAFBB2tIBEAgBSEGIAAgBkEDdGohBgNAAkAgAyAGKwMAmaUhAwsgBUEBaiEFAkAgAyAGKwMImaUhAwsgBUEBaiEF' +
  'AkAgAyAGKwMQmaUhAwsgBUEBaiEFAkAgAyAGKwMYmaUhAwsgBUEBaiEFAkAgAyAGKwMgmaUhAwsgBUEBaiEFAkAgAyAGKwMomaUh' +
  'AwsgBUEBaiEFAkAgAyAGKwMwmaUhAwsgBUEBaiEFAkAgAyAGKwM4maUhAwsgBUEBaiEFIAZBwABqIQYgBSABQQdrSA0ACwsgBSAB' +
  'SEUNAANAAkAgAyAAIAVBA3RqKwMAmaUhAwsgBUEBaiEFIAUgAUgNAAsLIANEAAAAAAAAAABhBEAAC0EAIQcCQCABQQdrIghBACAI' +
  'QQBKGyEIAkADQCAHQQdqIAFODQEgByEJIAAgCUEDdGohCiAD/RQhCyAKIAr9AAMAIAv98wH9CwMAIAogCv0AAxAgC/3zAf0LAxAg' +
  'CiAK/QADICAL/fMB/QsDICAKIAr9AAMwIAv98wH9CwMwAkALIAdBAWohBwJACyAHQQFqIQcCQAsgB0EBaiEHAkALIAdBAWohBwJA' +
  'CyAHQQFqIQcCQAsgB0EBaiEHAkALIAdBAWohBwJACyAHQQFqIQcMAAsLIAFBAWsiDEEAIAxBAEobIQwCQANAIAdBAWogAU4NASAH' +
  'IQ0gACANQQN0aiEOIAP9FCEPIA4gDv0AAwAgD/3zAf0LAwACQAsgB0EBaiEHAkALIAdBAWohBwwACwsgByABSEUNAANAAkAgACAH' +
  'QQN0aiAAIAdBA3RqKwMAIAOjOQMACyAHQQFqIQcgByABSA0ACwsLIARBAWohBCAEIAJIDQALCyADDwALdgECfyAAQYCAgMAASwRA' +
  'AAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRBgICAgARLBEAACyAEPwBBEHRLBEAgBD8AQRB0a0H//wNqQRB2QABBf0YEQAALCyAEJAAg' +
  'A0EIayAANgIAIAIEQCADQQAgACABdPwLAAsgAwsGAEEIJAAL';

interface Kernel {
  run(values: number, valuesLength: number, rounds: number): number;
  readonly memory: { readonly buffer: ArrayBuffer };
  reset(): void;
  /** The address of a new array: its length, the logarithm of the size of an element, whether it has to be cleared. */
  allocate(length: number, shift: number, clear: number): number;
}

/** A kernel with a memory of so many pages of 64 KB; undefined where there is none. */
type Start = (pages: { readonly initial: number; readonly maximum?: number }) => Kernel | undefined;

const start = load();

/** For arrays that are copied: its memory grows. */
const kernel = start({ initial: 1 });

/** For arrays that stay where they are: the kernel of each memory. */
const kernels = new WeakMap<ArrayBufferLike, Kernel>();

function load(): Start {
  try {
    const module = new WebAssembly.Module(Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)));
    return (pages) => {
      try {
        const memory = new WebAssembly.Memory(pages);
        const instance = new WebAssembly.Instance(module, { m: { memory } });
        return instance.exports as unknown as Kernel;
      } catch {
        // Too little memory.
        return undefined;
      }
    };
  } catch {
    // WebAssembly is not allowed here, by a content security policy for example: the original does the work.
    return () => undefined;
  }
}

/** An integer of at most a billion in size, and not -0: the kernel counts in 32 bits. */
function isInteger(value: unknown): value is number {
  return typeof value === 'number' && Object.is(value | 0, value) && value >= -1e9 && value <= 1e9;
}

/**
 * Makes an array for plain that the kernel works on where it is, in a memory of its own that does not grow and is freed with it.
 * Other arrays are copied. Make few large ones, not thousands: each memory takes
 * a wide range of addresses. Without WebAssembly, or without room, it is an array like any other.
 */
export function plainNumbers(valuesLength: number): Float64Array {
  const pages = Math.ceil((8 * (1 + valuesLength)) / 65_536);
  // At most a gigabyte, which is as far as the kernel counts.
  const own = pages <= 16_384 ? start({ initial: pages, maximum: pages }) : undefined;
  if (own === undefined) return new Float64Array(valuesLength);
  const { buffer } = own.memory;
  kernels.set(buffer, own);
  return new Float64Array(buffer, 8, valuesLength);
}

/** The result, or undefined when the original has to compute it; nothing has been changed then. */
export function plainKernel(values: Float64Array, rounds: number): number | undefined {
  if (!(values instanceof Float64Array) || !isInteger(rounds)) return undefined;
  const own = kernels.get(values.buffer);
  if (own !== undefined) {
    const valuesBefore = values.slice();
    try {
      return own.run(values.byteOffset, values.length, rounds);
    } catch {
      // An index outside of an array, or an error that the code throws.
      values.set(valuesBefore);
      return undefined;
    }
  }
  if (kernel === undefined) return undefined;
  try {
    kernel.reset();
    const valuesAddress = kernel.allocate(values.length, 3, 0);
    const valuesView = new Float64Array(kernel.memory.buffer, valuesAddress, values.length);
    valuesView.set(values);
    const result = kernel.run(valuesAddress, values.length, rounds);
    values.set(new Float64Array(kernel.memory.buffer, valuesAddress, values.length));
    return result;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
