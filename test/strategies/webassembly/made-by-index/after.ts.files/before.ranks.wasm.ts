// ranksKernel: ranks of before.ts as a WebAssembly module of 1236 bytes, made by Speedlens. The source is ranks itself,
// which also does what the kernel cannot. When ranks changes, take away this file and what before.ts says of ranksKernel, and make them anew:
//   speedlens bench before.ts#ranks --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABEANgAX8Bf2ADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFsbG9jYXRlAAEF' +
  'cmVzZXQAAgr/CAP+BwEdfyMAIQEgACECIAIhBCAEQQJBARABIQNBACEFAkAgBSAEQQdrSARAIAUhBiADIAZBAnRqIQYDQAJAIAYg' +
  'BUEHbCAAcDYCAAsgBUEBaiEFAkAgBiAFQQdsIABwNgIECyAFQQFqIQUCQCAGIAVBB2wgAHA2AggLIAVBAWohBQJAIAYgBUEHbCAA' +
  'cDYCDAsgBUEBaiEFAkAgBiAFQQdsIABwNgIQCyAFQQFqIQUCQCAGIAVBB2wgAHA2AhQLIAVBAWohBQJAIAYgBUEHbCAAcDYCGAsg' +
  'BUEBaiEFAkAgBiAFQQdsIABwNgIcCyAFQQFqIQUgBkEgaiEGIAUgBEEHa0gNAAsLIAUgBEhFDQADQAJAIAMgBUECdGogBUEHbCAA' +
  'cDYCAAsgBUEBaiEFIAUgBEgNAAsLIAMhByAEIQggCCEJIAkhCyALQQNBARABIQpBACEMAkAgDCALSEUNACALQQFrIAhIBEAFAAsg' +
  'C0EHayINQQAgDUEAShshDSAIQQdrIg5BACAOQQBKGyEOAkADQCAMQQdqIAtODQEgDCEPIAcgD0ECdGohECAMIREgCiARQQN0aiES' +
  'IBIgEP1dAgD9/gEgEP1dAgD9/gH98gH9CwMAIBIgEP1dAgj9/gEgEP1dAgj9/gH98gH9CwMQIBIgEP1dAhD9/gEgEP1dAhD9/gH9' +
  '8gH9CwMgIBIgEP1dAhj9/gEgEP1dAhj9/gH98gH9CwMwAkALIAxBAWohDAJACyAMQQFqIQwCQAsgDEEBaiEMAkALIAxBAWohDAJA' +
  'CyAMQQFqIQwCQAsgDEEBaiEMAkALIAxBAWohDAJACyAMQQFqIQwMAAsLIAtBAWsiE0EAIBNBAEobIRMgCEEBayIUQQAgFEEAShsh' +
  'FAJAA0AgDEEBaiALTg0BIAwhFSAHIBVBAnRqIRYgDCEXIAogF0EDdGohGCAYIBb9XQIA/f4BIBb9XQIA/f4B/fIB/QsDAAJACyAM' +
  'QQFqIQwCQAsgDEEBaiEMDAALCyAMIAtIRQ0AA0ACQCAKIAxBA3RqIAcgDEECdGooAgC3IAcgDEECdGooAgC3ojkDAAsgDEEBaiEM' +
  'IAwgC0gNAAsLIAohGSALIRpBACEbQQAhHAJAIBwgAEhFDQADQAJAIBwhHQJAIB0gCE8EQAALIAcgHUECdGooAgBBAEdFDQAgG0Ho' +
  'B0hFDQADQAJAIBtBASAdIBpPBEAACyAZIB1BA3RqKwMA/AanQQNxamohGwsgHSAITwRAAAsgByAdQQJ0aigCACEdAkAgHSAITwRA' +
  'AAsgByAdQQJ0aigCAEEAR0UNACAbQegHSA0BCwsLCyAcQQFqIRwgHCAASA0ACwsgGyABJAAPIAEkAAALdgECfyAAQYCAgMAASwRA' +
  'AAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRBgICAgARLBEAACyAEPwBBEHRLBEAgBD8AQRB0a0H//wNqQRB2QABBf0YEQAALCyAEJAAg' +
  'A0EIayAANgIAIAIEQCADQQAgACABdPwLAAsgAwsGAEEIJAAL';

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
