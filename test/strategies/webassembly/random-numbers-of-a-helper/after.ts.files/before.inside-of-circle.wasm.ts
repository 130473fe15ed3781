// insideOfCircleKernel: insideOfCircle of before.ts as a WebAssembly module of 243 bytes, made by Speedlens. The source is insideOfCircle itself,
// which also does what the kernel cannot. When insideOfCircle changes, take away this file and what before.ts says of insideOfCircleKernel, and make them anew:
//   speedlens bench before.ts#insideOfCircle --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABBwFgAn9/AXwDAgEABwcBA3J1bgAACtIBAc8BBAF/AXwEfwR8QQEhAkQAAAAAAAAAACEDQQAhBAJAIAQgAUhFDQAD' +
  'QAJAQQAhBQJAIAUgAEhFDQADQAJAIAUhBiAGIQcCQCACt0QAAAAAwGnQQKIgB7egIQhEAADA////30EhCSAIIAggCaOdIAmiofwC' +
  'IQIgArdEAADA////30GjIQoLIAohCyALIAuiRAAAAAAAAOA/YwRAIANEAAAAAAAA8D+gIQMLCyAFQQFqIQUgBSAASA0ACwsLIARB' +
  'AWohBCAEIAFIDQALCyADDwAL';

interface Kernel {
  run(samples: number, rounds: number): number;
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
export function insideOfCircleKernel(samples: number, rounds: number): number | undefined {
  if (kernel === undefined || !isInteger(samples) || !isInteger(rounds)) return undefined;
  return kernel.run(samples, rounds);
}
