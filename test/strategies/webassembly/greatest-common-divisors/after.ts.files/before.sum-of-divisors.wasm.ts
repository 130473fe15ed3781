// sumOfDivisorsKernel: sumOfDivisors of before.ts as a WebAssembly module of 193 bytes, made by Speedlens. The source is sumOfDivisors itself,
// which also does what the kernel cannot. When sumOfDivisors changes, take away this file and what before.ts says of sumOfDivisorsKernel, and make them anew:
//   speedlens bench before.ts#sumOfDivisors --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABDQJgAn9/AXxgAn9/AX8DAwIAAQcHAQNydW4AAAqZAQJnAgF8An9EAAAAAAAAAAAhAiAAIQMCQCADIAFIRQ0AA0AC' +
  'QCAAIQQCQCAEIAFIRQ0AA0ACQCACIAMgBBABt6AhAgsgBEEBaiEEIAQgAUgNAAsLCyADQQFqIQMgAyABSA0ACwsgAg8ACy8BAX8C' +
  'QCABQQBHRQ0AA0ACQCAAIAFwIQIgASEAIAIhAQsgAUEARw0ACwsgAA8ACw==';

interface Kernel {
  run(from: number, to: number): number;
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

/** An integer from 0 to a billion, and not -0: the kernel counts in 32 bits. */
function isCount(value: unknown): value is number {
  return typeof value === 'number' && Object.is(value | 0, value) && value >= 0 && value <= 1e9;
}

/** An integer of at most a billion in size, and not -0: the kernel counts in 32 bits. */
function isInteger(value: unknown): value is number {
  return typeof value === 'number' && Object.is(value | 0, value) && value >= -1e9 && value <= 1e9;
}

/** The result, or undefined when the original has to compute it; nothing has been changed then. */
export function sumOfDivisorsKernel(from: number, to: number): number | undefined {
  if (kernel === undefined || !isCount(from) || !isInteger(to)) return undefined;
  return kernel.run(from, to);
}
