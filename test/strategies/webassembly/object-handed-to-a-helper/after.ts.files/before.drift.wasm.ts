// driftKernel: drift of before.ts as a WebAssembly module of 368 bytes, made by Speedlens. The source is drift itself,
// which also does what the kernel cannot. When drift changes, take away this file and what before.ts says of driftKernel, and make them anew:
//   speedlens bench before.ts#drift --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABFANgBX9/f39/AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0' +
  'ZQABBXJlc2V0AAIKlwIDlgEBBH9BACEFAkAgBSAASEUNAANAAkBBACEGAkAgBiACSEUNAANAAkAgBiEHIAchCAJAIAggAk8EQAAL' +
  'IAEgCEEDdGogCCACTwRAAAsgASAIQQN0aisDACAIIARPBEAACyADIAhBA3RqKwMAoDkDAAsLIAZBAWohBiAGIAJIDQALCwsgBUEB' +
  'aiEFIAUgAEgNAAsLIAIPAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsE' +
  'QCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(steps: number, worldPositions: number, worldPositionsLength: number, worldSpeeds: number, worldSpeedsLength: number): number;
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
export function driftKernel(steps: number, worldPositions: number[], worldSpeeds: readonly number[]): number | undefined {
  if (kernel === undefined || !isInteger(steps) || !Array.isArray(worldPositions) || !Array.isArray(worldSpeeds)) return undefined;
  if (worldPositions === worldSpeeds) return undefined;
  if (Object.isFrozen(worldPositions)) return undefined;
  try {
    kernel.reset();
    const worldPositionsAddress = kernel.allocate(worldPositions.length, 3, 0);
    const worldPositionsView = new Float64Array(kernel.memory.buffer, worldPositionsAddress, worldPositions.length);
    for (let index = 0; index < worldPositions.length; index++) {
      const value: unknown = worldPositions[index];
      if (typeof value !== 'number') return undefined;
      worldPositionsView[index] = value;
    }
    const worldSpeedsAddress = kernel.allocate(worldSpeeds.length, 3, 0);
    const worldSpeedsView = new Float64Array(kernel.memory.buffer, worldSpeedsAddress, worldSpeeds.length);
    for (let index = 0; index < worldSpeeds.length; index++) {
      const value: unknown = worldSpeeds[index];
      if (typeof value !== 'number') return undefined;
      worldSpeedsView[index] = value;
    }
    const result = kernel.run(steps, worldPositionsAddress, worldPositions.length, worldSpeedsAddress, worldSpeeds.length);
    const worldPositionsAfter = new Float64Array(kernel.memory.buffer, worldPositionsAddress, worldPositions.length);
    for (let index = 0; index < worldPositions.length; index++) worldPositions[index] = worldPositionsAfter[index] as number;
    return result;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
