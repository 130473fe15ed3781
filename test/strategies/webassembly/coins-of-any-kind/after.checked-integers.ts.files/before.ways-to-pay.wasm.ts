// waysToPayKernel: waysToPay of before.ts as a WebAssembly module of 551 bytes, made by Speedlens. The source is waysToPay itself,
// which also does what the kernel cannot. When waysToPay changes, take away this file and what before.ts says of waysToPayKernel, and make them anew:
//   speedlens bench before.ts#waysToPay --strategies webassembly/checked-integers --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABCwJgA39/fwF/YAAAAwQDAAABBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0ZQABBXJlc2V0' +
  'AAIK1wMD1gIJB38CfAF/AXwCfwF8An8BfAJ/IAJBAWohAyADIQUgBUECQQEQASEEQQAhBiAGIAVPBEAACyAEIAZBAnRqQQE2AgAg' +
  'ACEHIAEhCEEAIQkCQCAJIAhIRQ0AA0ACQCAHIAlBA3RqKwMAIQogCiELAkAgCyACt2VFDQAgAiAFSARABQALIAK3IAqhIAW3YwRA' +
  'BQALA0ACQCALIg38AyIOuCANYgRAAAsgDiEMIAwgBU8EQAALIAQgDEECdGogCyIQ/AMiEbggEGIEQAALIBEhDyAPIAVPBEAACyAE' +
  'IA9BAnRqKAIAIAsgCqEiE/wDIhS4IBNiBEAACyAUIRIgEiAFTwRAAAsgBCASQQJ0aigCAGoiFUGAlOvcA2pBgKjWuQdLBEAACyAV' +
  'NgIACyALRAAAAAAAAPA/oCELIAsgArdlDQALCwsgCUEBaiEJIAkgCEgNAAsLIAQPAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMg' +
  'ACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAg' +
  'AgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(coins: number, coinsLength: number, amount: number): number;
  readonly memory: { readonly buffer: ArrayBuffer };
  reset(): void;
  /** The address of a new array: its length, the logarithm of the size of an element, whether it has to be cleared. */
  allocate(length: number, shift: number, clear: number): number;
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
export function waysToPayKernel(coins: readonly number[], amount: number): number[] | undefined {
  if (kernel === undefined || !Array.isArray(coins) || !isInteger(amount)) return undefined;
  try {
    kernel.reset();
    const coinsAddress = kernel.allocate(coins.length, 3, 0);
    const coinsView = new Float64Array(kernel.memory.buffer, coinsAddress, coins.length);
    for (let index = 0; index < coins.length; index++) {
      const value: unknown = coins[index];
      if (typeof value !== 'number') return undefined;
      coinsView[index] = value;
    }
    const result = kernel.run(coinsAddress, coins.length, amount);
    const length = new Uint32Array(kernel.memory.buffer, result - 8, 1)[0] as number;
    const view = new Int32Array(kernel.memory.buffer, result, length);
    const copy = new Array<number>(length);
    for (let index = 0; index < length; index++) copy[index] = view[index] as number;
    return copy;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
