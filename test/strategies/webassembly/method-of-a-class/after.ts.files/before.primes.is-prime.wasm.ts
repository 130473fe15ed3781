// primesIsPrimeKernel: Primes.isPrime of before.ts as a WebAssembly module of 364 bytes, made by Speedlens. The source is Primes.isPrime itself,
// which also does what the kernel cannot. When Primes.isPrime changes, take away this file and what before.ts says of primesIsPrimeKernel, and make them anew:
//   speedlens bench before.ts#Primes.isPrime --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABBgFgAX8BfwMCAQAHBwEDcnVuAAAKzAIByQICAX8EeyAAQQJIBEBBAA8LQQIhAQJAIAEgAEhFDQACQCAAIAFwQQBG' +
  'BEBBAA8LCyABQQFqIQEgASAASEUNAAJAIAAgAXBBAEYEQEEADwsLIAFBAWohASABIABIRQ0AAkAgACABcEEARgRAQQAPCwsgAUEB' +
  'aiEBIAEgAEhFDQACQCAAIAFwQQBGBEBBAA8LCyABQQFqIQEgALf9FCECRAAAAAAAAAAA/RREAAAAAAAA8D/9IgEhBQJAA0AgAUED' +
  'aiEBIAEgAEggAUF9aiEBRQ0BIAG3/RQgBf3wASEDIAIgA/3zASIEIAT9ev1HIAIgA0QAAAAAAAAAQP0U/fAB/fMBIgQgBP16/Uf9' +
  'UP1TDQEgAUEEaiEBDAALCyABIABIRQ0AA0ACQCAAIAFwQQBGBEBBAA8LCyABQQFqIQEgASAASA0ACwtBAQ8ACw==';

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
export function primesIsPrimeKernel(n: number): boolean | undefined {
  if (kernel === undefined || !isInteger(n)) return undefined;
  return kernel.run(n) === 1;
}
