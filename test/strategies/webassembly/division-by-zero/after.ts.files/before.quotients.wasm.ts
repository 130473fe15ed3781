// quotientsKernel: quotients of before.ts as a WebAssembly module of 172 bytes, made by Speedlens. The source is quotients itself,
// which also does what the kernel cannot. When quotients changes, take away this file and what before.ts says of quotientsKernel, and make them anew:
//   speedlens bench before.ts#quotients --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABBwFgAn9/AXwDAgEABwcBA3J1bgAACosBAYgBAgF8An9EAAAAAAAAAAAhAkEAIABrIQMCQCADIABIRQ0AA0ACQCAC' +
  'IAMgAW23IAO3IAFBAWu3o5ygIAO3RAAAAAAAAAhAo52gIAMgAW8iBEEARwR/IAQFQQcLt6CgIQIgAiACYgRARAAAAAAAAPC/IQIL' +
  'CyADQQFqIQMgAyAASA0ACwsgAg8ACw==';

interface Kernel {
  run(n: number, divisor: number): number;
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

/** An integer from 1 to a billion: the kernel counts in 32 bits. */
function isPositive(value: unknown): value is number {
  return typeof value === 'number' && Object.is(value | 0, value) && value >= 1 && value <= 1e9;
}

/** The result, or undefined when the original has to compute it; nothing has been changed then. */
export function quotientsKernel(n: number, divisor: number): number | undefined {
  if (kernel === undefined || !isPositive(n) || !isPositive(divisor)) return undefined;
  return kernel.run(n, divisor);
}
