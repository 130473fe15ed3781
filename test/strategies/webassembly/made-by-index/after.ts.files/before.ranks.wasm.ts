// ranksKernel: ranks of before.ts as a WebAssembly module of 1009 bytes, made by Speedlens. The source is ranks itself,
// which also does what the kernel cannot. When ranks changes, make this file anew:
//   speedlens bench before.ts#ranks --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABEANgAX8Bf2ADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRlAAEF' +
  'cmVzZXQAAgqcBwObBgEgfyMAIQEgACECIAIhBCAEQQJBARABIQNBACEFAkAgBSAESEUNACAEQQFrIARIBEAFAAsDQAJAIAMgBUEC' +
  'dGogBUEHbCAAcDYCAAsgBUEBaiEFIAUgBEgNAAsLIAMhBiAEIQcgByEIIAghCiAKQQNBARABIQlBACELAkAgCyAKSEUNACAKQQFr' +
  'IApIBEAFAAsgCkEBayAHSARABQALIApBA2siDEEAIAxBAEobIQwgB0EDayINQQAgDUEAShshDQJAA0AgC0EDaiAKTg0BIAsiDiAN' +
  'TwRAAAsgBiAOQQJ0aiEPIAsiECANTwRAAAsgBiAQQQJ0aiERIAsiEiAMTwRAAAsgCSASQQN0aiETIBMgD/1dAgD9/gEgEf1dAgD9' +
  '/gH98gH9CwMAIBMgD/1dAgj9/gEgEf1dAgj9/gH98gH9CwMQAkALIAtBAWohCwJACyALQQFqIQsCQAsgC0EBaiELAkALIAtBAWoh' +
  'CwwACwsgCkEBayIUQQAgFEEAShshFCAHQQFrIhVBACAVQQBKGyEVAkADQCALQQFqIApODQEgCyIWIBVPBEAACyAGIBZBAnRqIRcg' +
  'CyIYIBVPBEAACyAGIBhBAnRqIRkgCyIaIBRPBEAACyAJIBpBA3RqIRsgGyAX/V0CAP3+ASAZ/V0CAP3+Af3yAf0LAwACQAsgC0EB' +
  'aiELAkALIAtBAWohCwwACwsgCyAKSEUNAANAAkAgCSALQQN0aiAGIAtBAnRqKAIAtyAGIAtBAnRqKAIAt6I5AwALIAtBAWohCyAL' +
  'IApIDQALCyAJIRwgCiEdQQAhHkEAIR8CQCAfIABIRQ0AA0ACQCAfISACQCAgIAdPBEAACyAGICBBAnRqKAIAQQBHRQ0AIB5B6AdI' +
  'RQ0AA0ACQCAeQQEgICAdTwRAAAsgHCAgQQN0aisDAPwGp0EDcWpqIR4LICAgB08EQAALIAYgIEECdGooAgAhIAJAICAgB08EQAAL' +
  'IAYgIEECdGooAgBBAEdFDQAgHkHoB0gNAQsLCwsgH0EBaiEfIB8gAEgNAAsLIB4gASQADyABJAAAC3YBAn8gAEGAgIDAAEsEQAAL' +
  'IwBBCGoiAyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANB' +
  'CGsgADYCACACBEAgA0EAIAAgAXT8CwALIAMLBgBBCCQACw==';

interface Kernel {
  run(n: number): number;
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

/** An integer from 1 to a billion: the kernel counts in 32 bits. */
function isPositive(value: unknown): value is number {
  return typeof value === 'number' && Object.is(value | 0, value) && value >= 1 && value <= 1e9;
}

/** The result, or undefined when the original has to compute it; nothing has been changed then. */
export function ranksKernel(n: number): number | undefined {
  if (kernel === undefined || !isPositive(n)) return undefined;
  try {
    kernel.reset();
    return kernel.run(n);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
