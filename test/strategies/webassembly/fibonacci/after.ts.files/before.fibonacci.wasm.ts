// fibonacciKernel: fibonacci of before.ts as a WebAssembly module of 446 bytes, made by Speedlens. The source is fibonacci itself,
// which also does what the kernel cannot. When fibonacci changes, take away this file and what before.ts says of fibonacciKernel, and make them anew:
//   speedlens bench before.ts#fibonacci --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABBgFgAX8BfAMCAQAHBwEDcnVuAAAKngMBmwMBDn8gAEECSAR8IAC3BSAAQQFrIQEgAUECSAR8IAG3BSABQQFrIQIg' +
  'AkECSAR8IAK3BSACQQFrIQMgA0ECSAR8IAO3BSADQQFrEAAgA0ECaxAAoAsgAkECayEEIARBAkgEfCAEtwUgBEEBaxAAIARBAmsQ' +
  'AKALoAsgAUECayEFIAVBAkgEfCAFtwUgBUEBayEGIAZBAkgEfCAGtwUgBkEBaxAAIAZBAmsQAKALIAVBAmshByAHQQJIBHwgB7cF' +
  'IAdBAWsQACAHQQJrEACgC6ALoAsgAEECayEIIAhBAkgEfCAItwUgCEEBayEJIAlBAkgEfCAJtwUgCUEBayEKIApBAkgEfCAKtwUg' +
  'CkEBaxAAIApBAmsQAKALIAlBAmshCyALQQJIBHwgC7cFIAtBAWsQACALQQJrEACgC6ALIAhBAmshDCAMQQJIBHwgDLcFIAxBAWsh' +
  'DSANQQJIBHwgDbcFIA1BAWsQACANQQJrEACgCyAMQQJrIQ4gDkECSAR8IA63BSAOQQFrEAAgDkECaxAAoAugC6ALoAsPAAs=';

interface Kernel {
  run(n: number): number;
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
export function fibonacciKernel(n: number): number | undefined {
  if (kernel === undefined || !isInteger(n)) return undefined;
  try {
    return kernel.run(n);
  } catch {
    // Too little memory or stack.
    return undefined;
  }
}
