// insideCircleKernel: insideCircle of before.ts as a WebAssembly module of 298 bytes, made by Speedlens. The source is insideCircle itself,
// which also does what the kernel cannot. When insideCircle changes, take away this file and what before.ts says of insideCircleKernel, and make them anew:
//   speedlens bench before.ts#insideCircle --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABDAJgAnx/AXxgAXwBfwMDAgABBwcBA3J1bgAACoMCAsoBAwJ8AX8CfCAAIQJEAAAAAAAAAAAhA0EAIQQCQCAEIAFI' +
  'RQ0AA0ACQCACEAEgAhABQQ10c7chAiAC/AIgAvwCQRF2c7chAiAC/AIgAvwCQQV0c7chAiAC/AJBAHa4RAAAAAAAAPA9oiEFIAL8' +
  'AkGNzOUAbEHf5rvjA2pBAHa4IQIgAkQAAAAAAADwPaIhBiAFIAWiIAYgBqKgRAAAAAAAAPA/ZQRAIANEAAAAAAAA8D+gIQMLCyAE' +
  'QQFqIQQgBCABSA0ACwsgAw8ACzUAIACZRAAAAAAAAOBDYwR/IAD8BqcFIAAgAEQAAAAAAADwQaOdRAAAAAAAAPBBoqH8BqcLCw==';

interface Kernel {
  run(seed: number, points: number): number;
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
export function insideCircleKernel(seed: number, points: number): number | undefined {
  if (kernel === undefined || typeof seed !== 'number' || !isInteger(points)) return undefined;
  return kernel.run(seed, points);
}
