// withdrawKernel: withdraw of before.ts as a WebAssembly module of 751 bytes, made by Speedlens. The source is withdraw itself,
// which also does what the kernel cannot. When withdraw changes, take away this file and what before.ts says of withdrawKernel, and make them anew:
//   speedlens bench before.ts#withdraw --strategies webassembly/resident --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEwNgBH9/f38Bf2ADf39/AX9gAAACDQEBbQZtZW1vcnkCAAEDBAMAAQIGBgF/AUEICwcjBANydW4AAAZtZW1vcnkC' +
  'AAhhbGxvY2F0ZQABBXJlc2V0AAIKjQUDjAQBA39BACEEAkAgBCADSEUNACADQQFrIAFIBEAFAAsgBCADQQdrSARAIAQhBSAAIAVB' +
  'A3RqIQUgBCEGIAIgBkEDdGohBgNAAkAgBSsDACAGKwMAYwRAAAsgBSAFKwMAIAYrAwChOQMACyAEQQFqIQQCQCAFKwMIIAYrAwhj' +
  'BEAACyAFIAUrAwggBisDCKE5AwgLIARBAWohBAJAIAUrAxAgBisDEGMEQAALIAUgBSsDECAGKwMQoTkDEAsgBEEBaiEEAkAgBSsD' +
  'GCAGKwMYYwRAAAsgBSAFKwMYIAYrAxihOQMYCyAEQQFqIQQCQCAFKwMgIAYrAyBjBEAACyAFIAUrAyAgBisDIKE5AyALIARBAWoh' +
  'BAJAIAUrAyggBisDKGMEQAALIAUgBSsDKCAGKwMooTkDKAsgBEEBaiEEAkAgBSsDMCAGKwMwYwRAAAsgBSAFKwMwIAYrAzChOQMw' +
  'CyAEQQFqIQQCQCAFKwM4IAYrAzhjBEAACyAFIAUrAzggBisDOKE5AzgLIARBAWohBCAFQcAAaiEFIAZBwABqIQYgBCADQQdrSA0A' +
  'CwsgBCADSEUNAANAAkAgACAEQQN0aisDACACIARBA3RqKwMAYwRAAAsgACAEQQN0aiAAIARBA3RqKwMAIAIgBEEDdGorAwChOQMA' +
  'CyAEQQFqIQQgBCADSA0ACwsgAUEASg8AC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsg' +
  'BD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLBgBBCCQA' +
  'Cw==';

interface Kernel {
  run(balances: number, balancesLength: number, amounts: number, amountsLength: number): number;
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
 * Makes arrays for withdraw that the kernel works on where they are, in a memory of their own that does not grow and is freed with them.
 * Those of other calls of this function are others, which are copied. Make few large ones, not thousands: each memory takes
 * a wide range of addresses. Without WebAssembly, or without room, these are arrays like any other.
 */
export function withdrawNumbers(balancesLength: number, amountsLength: number): [balances: Float64Array, amounts: Float64Array] {
  const pages = Math.ceil((8 * (1 + balancesLength + amountsLength)) / 65_536);
  // At most a gigabyte, which is as far as the kernel counts.
  const own = pages <= 16_384 ? start({ initial: pages, maximum: pages }) : undefined;
  if (own === undefined) return [new Float64Array(balancesLength), new Float64Array(amountsLength)];
  const { buffer } = own.memory;
  kernels.set(buffer, own);
  const balances = new Float64Array(buffer, 8, balancesLength);
  const amounts = new Float64Array(buffer, balances.byteOffset + balances.byteLength, amountsLength);
  return [balances, amounts];
}

/** Whether they share elements. */
function overlap(a: Float64Array, b: Float64Array): boolean {
  const [isBefore, isAfter] = [a.byteOffset + a.byteLength <= b.byteOffset, b.byteOffset + b.byteLength <= a.byteOffset];
  return a.buffer === b.buffer && !isBefore && !isAfter;
}

/** The result, or undefined when the original has to compute it; nothing has been changed then. */
export function withdrawKernel(balances: Float64Array, amounts: Float64Array): boolean | undefined {
  if (!(balances instanceof Float64Array) || !(amounts instanceof Float64Array)) return undefined;
  if (overlap(balances, amounts)) {
    if (balances === amounts) return undefined;
    throw new RangeError('balances and amounts share elements.');
  }
  const own = kernels.get(balances.buffer);
  if (own !== undefined && amounts.buffer === balances.buffer) {
    const balancesBefore = balances.slice();
    try {
      return own.run(balances.byteOffset, balances.length, amounts.byteOffset, amounts.length) === 1;
    } catch {
      // An index outside of an array, or an error that the code throws.
      balances.set(balancesBefore);
      return undefined;
    }
  }
  if (kernel === undefined) return undefined;
  try {
    kernel.reset();
    const balancesAddress = kernel.allocate(balances.length, 3, 0);
    const balancesView = new Float64Array(kernel.memory.buffer, balancesAddress, balances.length);
    balancesView.set(balances);
    const amountsAddress = kernel.allocate(amounts.length, 3, 0);
    const amountsView = new Float64Array(kernel.memory.buffer, amountsAddress, amounts.length);
    amountsView.set(amounts);
    const result = kernel.run(balancesAddress, balances.length, amountsAddress, amounts.length);
    balances.set(new Float64Array(kernel.memory.buffer, balancesAddress, balances.length));
    return result === 1;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
