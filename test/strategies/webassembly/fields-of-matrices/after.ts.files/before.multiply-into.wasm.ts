// multiplyIntoKernel: multiplyInto of before.ts as a WebAssembly module of 2001 bytes, made by Speedlens. The source is multiplyInto itself,
// which also does what the kernel cannot. When multiplyInto changes, take away this file and what before.ts says of multiplyIntoKernel, and make them anew:
//   speedlens bench before.ts#multiplyInto --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABGANgCn9/f39/f39/f38AYAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxs' +
  'b2NhdGUAAQVyZXNldAACCvQOA/MNIgJ/AXwDfwV7AX8BfAF/AXsDfwF+BX8DewN/AX4CfwF8An8BfgF/AX4BfwF+AX8BfgF/AX4B' +
  'fwF+AX8BfgF/AX4CfwF+QQAhCgJAIAogAEhFDQADQAJAQQAhCwJAIAsgAkhFDQAgCrcgCbeiIQwCQAJAIAxEAAAAAAAAoMFmRQ0A' +
  'IAxEAAAAAAAAoEFlRQ0ADAELAAsgDPwCQQBqIQ0CQAJAIAIaQQFFDQAgDSACQQFraiAISEUNAAwBCwALIAZBB2siDkEAIA5BAEob' +
  'IQ4gCEEHayIPQQAgD0EAShshDwJAA0AgC0EHaiACTg0BRAAAAAAAAAAA/RQhECAQIREgECESIBAhEyAQIRRBACEVAkAgFSABSEUN' +
  'ACAKtyABt6IhFgJAAkAgFkQAAAAAAACgwWZFDQAgFkQAAAAAAACgQWVFDQAMAQsACyAW/AJBAGohFwJAAkAgARpBAUUNACAXIAFB' +
  'AWtqIARIRQ0ADAELAAsDQCAXIBVqIRkgAyAZQQN0aisDAP0UIRggFawgAqx+IAusfCIcIA6tWgRAAAsgHKchGiAFIBpBA3RqIRsg' +
  'ESAYIBv9AAMA/fIB/fABIREgEiAYIBv9AAMQ/fIB/fABIRIgEyAYIBv9AAMg/fIB/fABIRMgFCAYIBv9AAMw/fIB/fABIRQgFUEB' +
  'aiEVIBUgAUgNAAsLIA0gC2ohHSANIAtqIh4gD08EQAALIAcgHkEDdGohHyAfIBH9CwMAIB8gEv0LAxAgHyAT/QsDICAfIBT9CwMw' +
  'AkALIAtBAWohCwJACyALQQFqIQsCQAsgC0EBaiELAkALIAtBAWohCwJACyALQQFqIQsCQAsgC0EBaiELAkALIAtBAWohCwJACyAL' +
  'QQFqIQsMAAsLIAZBAWsiIEEAICBBAEobISAgCEEBayIhQQAgIUEAShshIQJAA0AgC0EBaiACTg0BRAAAAAAAAAAA/RQhIiAiISNB' +
  'ACEVAkAgFSABSEUNACAKtyABt6IhFgJAAkAgFkQAAAAAAACgwWZFDQAgFkQAAAAAAACgQWVFDQAMAQsACyAW/AJBAGohFwJAAkAg' +
  'ARpBAUUNACAXIAFBAWtqIARIRQ0ADAELAAsDQCAXIBVqISUgAyAlQQN0aisDAP0UISQgFawgAqx+IAusfCIoICCtWgRAAAsgKKch' +
  'JiAFICZBA3RqIScgIyAkICf9AAMA/fIB/fABISMgFUEBaiEVIBUgAUgNAAsLIA0gC2ohHSANIAtqIikgIU8EQAALIAcgKUEDdGoh' +
  'KiAqICP9CwMAAkALIAtBAWohCwJACyALQQFqIQsMAAsLIAsgAkhFDQADQAJARAAAAAAAAAAAIStBACEVAkAgFSABSEUNACAKtyAB' +
  't6IhFgJAAkAgFkQAAAAAAACgwWZFDQAgFkQAAAAAAACgQWVFDQAMAQsACyAW/AJBAGohFwJAAkAgARpBAUUNACAXIAFBAWtqIARI' +
  'RQ0ADAELAAsgFSABQQdrSARAIBcgFWohLCADICxBA3RqISwDQAJAICsgLCsDACAVrCACrH4gC6x8Ii4gBq1aBEAACyAupyEtIAUg' +
  'LUEDdGorAwCioCErCyAVQQFqIRUCQCArICwrAwggFawgAqx+IAusfCIwIAatWgRAAAsgMKchLyAFIC9BA3RqKwMAoqAhKwsgFUEB' +
  'aiEVAkAgKyAsKwMQIBWsIAKsfiALrHwiMiAGrVoEQAALIDKnITEgBSAxQQN0aisDAKKgISsLIBVBAWohFQJAICsgLCsDGCAVrCAC' +
  'rH4gC6x8IjQgBq1aBEAACyA0pyEzIAUgM0EDdGorAwCioCErCyAVQQFqIRUCQCArICwrAyAgFawgAqx+IAusfCI2IAatWgRAAAsg' +
  'NqchNSAFIDVBA3RqKwMAoqAhKwsgFUEBaiEVAkAgKyAsKwMoIBWsIAKsfiALrHwiOCAGrVoEQAALIDinITcgBSA3QQN0aisDAKKg' +
  'ISsLIBVBAWohFQJAICsgLCsDMCAVrCACrH4gC6x8IjogBq1aBEAACyA6pyE5IAUgOUEDdGorAwCioCErCyAVQQFqIRUCQCArICwr' +
  'AzggFawgAqx+IAusfCI8IAatWgRAAAsgPKchOyAFIDtBA3RqKwMAoqAhKwsgFUEBaiEVICxBwABqISwgFSABQQdrSA0ACwsgFSAB' +
  'SEUNAANAAkAgKyAXIBVqIT0gAyA9QQN0aisDACAVrCACrH4gC6x8Ij8gBq1aBEAACyA/pyE+IAUgPkEDdGorAwCioCErCyAVQQFq' +
  'IRUgFSABSA0ACwsgDSALaiEdIB0gCE8EQAALIAcgHUEDdGogKzkDAAsgC0EBaiELIAsgAkgNAAsLCyAKQQFqIQogCiAASA0ACwsL' +
  'dgECfyAAQYCAgMAASwRAAAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRBgICAgARLBEAACyAEPwBBEHRLBEAgBD8AQRB0a0H//wNqQRB2' +
  'QABBf0YEQAALCyAEJAAgA0EIayAANgIAIAIEQCADQQAgACABdPwLAAsgAwsGAEEIJAAL';

interface Kernel {
  run(aRows: number, aCols: number, bCols: number, aData: number, aDataLength: number, bData: number, bDataLength: number, outData: number, outDataLength: number, outCols: number): void;
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

/** Whether it has been done. If not, nothing has been changed, and the original has to do it. */
export function multiplyIntoKernel(aRows: number, aCols: number, bCols: number, aData: Float64Array, bData: Float64Array, outData: Float64Array, outCols: number): boolean {
  if (kernel === undefined || !isInteger(aRows) || !isInteger(aCols) || !isInteger(bCols) || !(aData instanceof Float64Array) || !(bData instanceof Float64Array) || !(outData instanceof Float64Array) || !isInteger(outCols)) return false;
  if (aData.buffer === outData.buffer) return false;
  if (bData.buffer === outData.buffer) return false;
  try {
    kernel.reset();
    const aDataAddress = kernel.allocate(aData.length, 3, 0);
    const aDataView = new Float64Array(kernel.memory.buffer, aDataAddress, aData.length);
    aDataView.set(aData);
    const bDataAddress = kernel.allocate(bData.length, 3, 0);
    const bDataView = new Float64Array(kernel.memory.buffer, bDataAddress, bData.length);
    bDataView.set(bData);
    const outDataAddress = kernel.allocate(outData.length, 3, 0);
    const outDataView = new Float64Array(kernel.memory.buffer, outDataAddress, outData.length);
    outDataView.set(outData);
    kernel.run(aRows, aCols, bCols, aDataAddress, aData.length, bDataAddress, bData.length, outDataAddress, outData.length, outCols);
    outData.set(new Float64Array(kernel.memory.buffer, outDataAddress, outData.length));
    return true;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return false;
  }
}
