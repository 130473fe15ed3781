// rowsKernel: rows of before.ts as a WebAssembly module of 992 bytes, made by Speedlens. The source is rows itself,
// which also does what the kernel cannot. When rows changes, take away this file and what before.ts says of rowsKernel, and make them anew:
//   speedlens bench before.ts#rows --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEQNgAn9/AXxgA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0ZQAB' +
  'BXJlc2V0AAIKigcDiQYFAX8BfA5/AXwGfyMAIQJEAAAAAAAAAAAhA0EAIQQCQCAEIABIRQ0AA0ACQCABIARrIQYgBiAHSwRAIAYi' +
  'B0EDQQAQASEFCyAFQQAgBkEDdPwLACAEIQhBfyEJIAghCyALIAxLBEAgCyIMQQJBABABIQoLIApBACALQQJ0/AsAIAkhDSAKIg4g' +
  'C0ECdGohDwJAA0AgDiAPTw0BIA4gDTYCACAOQQRqIQ4MAAsLQQAhEAJAIBAgBkhFDQADQAJAIBAhESAQIAZPBEAACyAFIBBBA3Rq' +
  'KwMAIAS3IBC3oqAhEiARIAZPBEAgESAGRwRAAAsgBiAHRgRAIAdBAXRBEGohByAFIRMgB0EDQQAQASIFIBMgBkEDdPwKAAALIAZB' +
  'AWohBgsgBSARQQN0aiASOQMACyAQQQFqIRAgECAGSA0ACwtBACEUAkAgFCAESEUNAAJAAkAgBBpBAUUNACAEQQFrIAtIRQ0ADAEL' +
  'AAsgFCAEQQdrSARAIBQhFSAKIBVBAnRqIRUDQAJAIAMgFSgCALegIQMLIBRBAWohFAJAIAMgFSgCBLegIQMLIBRBAWohFAJAIAMg' +
  'FSgCCLegIQMLIBRBAWohFAJAIAMgFSgCDLegIQMLIBRBAWohFAJAIAMgFSgCELegIQMLIBRBAWohFAJAIAMgFSgCFLegIQMLIBRB' +
  'AWohFAJAIAMgFSgCGLegIQMLIBRBAWohFAJAIAMgFSgCHLegIQMLIBRBAWohFCAVQSBqIRUgFCAEQQdrSA0ACwsgFCAESEUNAANA' +
  'AkAgAyAKIBRBAnRqKAIAt6AhAwsgFEEBaiEUIBQgBEgNAAsLIAQhFiALIAxGBEAgDEEBdEEQaiEMIAohFyAMQQJBABABIgogFyAL' +
  'QQJ0/AoAAAsgCiALQQJ0aiAWNgIAIAtBAWohCyADIAZBAWshGCAYIAZPBEAACyAFIBhBA3RqKwMAIAQgC08EQAALIAogBEECdGoo' +
  'AgC3oCALt6CgIQMLIARBAWohBCAEIABIDQALCyADIAIkAA8gAiQAAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACABdGpBB2pB' +
  'eHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAA' +
  'IAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(n: number, m: number): number;
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
export function rowsKernel(n: number, m: number): number | undefined {
  if (kernel === undefined || !isInteger(n) || !isInteger(m)) return undefined;
  try {
    kernel.reset();
    return kernel.run(n, m);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
