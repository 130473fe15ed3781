// xorshiftKernel: xorshift of before.ts as a WebAssembly module of 186 bytes, made by Speedlens. The source is xorshift itself,
// which also does what the kernel cannot. When xorshift changes, take away this file and what before.ts says of xorshiftKernel, and make them anew:
//   speedlens bench before.ts#xorshift --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABBwFgAn9/AXwDAgEABwcBA3J1bgAACpkBAZYBAwF/AXwBfyABIQJEAAAAAAAAAAAhA0EAIQQCQCAEIABIRQ0AA0AC' +
  'QCACIAJBDXRzIQIgAiACQRF2cyECIAIgAkEFdHMhAiADIAJBAHa4RAAAAAAAAPA9oiACQR91t6AgAkF/c0H/AXG3oCACIAR0t6Ag' +
  'Ame3oKAhAwsgBEEBaiEEIAQgAEgNAAsLIAMgAkEAdrigDwAL';

interface Kernel {
  run(rounds: number, seed: number): number;
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
export function xorshiftKernel(rounds: number, seed: number): number | undefined {
  if (kernel === undefined || !isInteger(rounds) || !isInteger(seed)) return undefined;
  return kernel.run(rounds, seed);
}
