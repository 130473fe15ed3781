// saxpyKernel: saxpy of before.ts as a WebAssembly module of 734 bytes, made by Speedlens. The source is saxpy itself,
// which also does what the kernel cannot. When saxpy changes, take away this file and what before.ts says of saxpyKernel, and make them anew:
//   speedlens bench before.ts#saxpy --strategies webassembly/resident --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABEwNgBXx/f39/AGADf39/AX9gAAACDQEBbQZtZW1vcnkCAAEDBAMAAQIGBgF/AUEICwcjBANydW4AAAZtZW1vcnkC' +
  'AAhhbGxvY2F0ZQABBXJlc2V0AAIK/AQD+wMFA38BewZ/AXsEf0EAIQUCQCAFIAJIRQ0AIAJBAWsgBEgEQAUACyAEQQdrIgZBACAG' +
  'QQBKGyEGIAJBB2siB0EAIAdBAEobIQcCQANAIAVBB2ogAk4NASAA/RQhCCAFIQkgASAJQQN0aiEKIAUhCyADIAtBA3RqIQwgDCAI' +
  'IAr9AAMA/fIBIAz9AAMA/fAB/QsDACAMIAggCv0AAxD98gEgDP0AAxD98AH9CwMQIAwgCCAK/QADIP3yASAM/QADIP3wAf0LAyAg' +
  'DCAIIAr9AAMw/fIBIAz9AAMw/fAB/QsDMAJACyAFQQFqIQUCQAsgBUEBaiEFAkALIAVBAWohBQJACyAFQQFqIQUCQAsgBUEBaiEF' +
  'AkALIAVBAWohBQJACyAFQQFqIQUCQAsgBUEBaiEFDAALCyAEQQFrIg1BACANQQBKGyENIAJBAWsiDkEAIA5BAEobIQ4CQANAIAVB' +
  'AWogAk4NASAA/RQhDyAFIRAgASAQQQN0aiERIAUhEiADIBJBA3RqIRMgEyAPIBH9AAMA/fIBIBP9AAMA/fAB/QsDAAJACyAFQQFq' +
  'IQUCQAsgBUEBaiEFDAALCyAFIAJIRQ0AA0ACQCADIAVBA3RqIAAgASAFQQN0aisDAKIgAyAFQQN0aisDAKA5AwALIAVBAWohBSAF' +
  'IAJIDQALCwt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRr' +
  'Qf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(a: number, x: number, xLength: number, y: number, yLength: number): void;
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

/**
 * Makes arrays for saxpy that the kernel works on where they are, in a memory of their own that does not grow and is freed with them.
 * Those of other calls of this function are others, which are copied. Make few large ones, not thousands: each memory takes
 * a wide range of addresses. Without WebAssembly, or without room, these are arrays like any other.
 */
export function saxpyNumbers(xLength: number, yLength: number): [x: Float64Array, y: Float64Array] {
  const pages = Math.ceil((8 * (1 + xLength + yLength)) / 65_536);
  // At most a gigabyte, which is as far as the kernel counts.
  const own = pages <= 16_384 ? start({ initial: pages, maximum: pages }) : undefined;
  if (own === undefined) return [new Float64Array(xLength), new Float64Array(yLength)];
  const { buffer } = own.memory;
  kernels.set(buffer, own);
  const x = new Float64Array(buffer, 8, xLength);
  const y = new Float64Array(buffer, x.byteOffset + x.byteLength, yLength);
  return [x, y];
}

/** Whether they share elements. */
function overlap(a: Float64Array, b: Float64Array): boolean {
  const [isBefore, isAfter] = [a.byteOffset + a.byteLength <= b.byteOffset, b.byteOffset + b.byteLength <= a.byteOffset];
  return a.buffer === b.buffer && !isBefore && !isAfter;
}

/** Whether it has been done. If not, nothing has been changed, and the original has to do it. */
export function saxpyKernel(a: number, x: Float64Array, y: Float64Array): boolean {
  if (typeof a !== 'number' || !(x instanceof Float64Array) || !(y instanceof Float64Array)) return false;
  if (overlap(x, y)) {
    if (x === y) return false;
    throw new RangeError('x and y share elements.');
  }
  const own = kernels.get(x.buffer);
  if (own !== undefined && y.buffer === x.buffer) {
    try {
      own.run(a, x.byteOffset, x.length, y.byteOffset, y.length);
      return true;
    } catch {
      // An index outside of an array, or an error that the code throws.
      return false;
    }
  }
  if (kernel === undefined) return false;
  try {
    kernel.reset();
    const xAddress = kernel.allocate(x.length, 3, 0);
    const xView = new Float64Array(kernel.memory.buffer, xAddress, x.length);
    xView.set(x);
    const yAddress = kernel.allocate(y.length, 3, 0);
    const yView = new Float64Array(kernel.memory.buffer, yAddress, y.length);
    yView.set(y);
    kernel.run(a, xAddress, x.length, yAddress, y.length);
    y.set(new Float64Array(kernel.memory.buffer, yAddress, y.length));
    return true;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return false;
  }
}
