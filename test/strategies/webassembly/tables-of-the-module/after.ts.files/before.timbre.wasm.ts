// timbreKernel: timbre of before.ts as a WebAssembly module of 988 bytes, made by Speedlens. The source is timbre itself,
// which also does what the kernel cannot. When timbre changes, take away this file and what before.ts says of timbreKernel, and make them anew:
//   speedlens bench before.ts#timbre --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABIwVgAnx8AXxgB39/f39/f3wBf2ADfH9/AXxgA39/fwF/YAAAAg8BAW0JcmVtYWluZGVyAAADBgUBAgMABAUDAQAB' +
  'BgYBfwFBCAsHIwQDcnVuAAEGbWVtb3J5AgAIYWxsb2NhdGUAAwVyZXNldAAFCuEGBd0EAwR/AXwCfyABIQcgByEJIAlBA0EBEAMh' +
  'CEEAIQoCQCAKIAFIRQ0AIAFBAWsgCUgEQAUACwNAAkBEAAAAAAAAAAAhC0EAIQwCQCAMIANIRQ0AIAogAUgEQAUACyAMIANBB2tI' +
  'BEAgDCENIAIgDUEDdGohDQNAAkAgCyANKwMAIAAgCkEDdGorAwAgDEEBareiIAQgBRACoqAhCwsgDEEBaiEMAkAgCyANKwMIIAAg' +
  'CkEDdGorAwAgDEEBareiIAQgBRACoqAhCwsgDEEBaiEMAkAgCyANKwMQIAAgCkEDdGorAwAgDEEBareiIAQgBRACoqAhCwsgDEEB' +
  'aiEMAkAgCyANKwMYIAAgCkEDdGorAwAgDEEBareiIAQgBRACoqAhCwsgDEEBaiEMAkAgCyANKwMgIAAgCkEDdGorAwAgDEEBarei' +
  'IAQgBRACoqAhCwsgDEEBaiEMAkAgCyANKwMoIAAgCkEDdGorAwAgDEEBareiIAQgBRACoqAhCwsgDEEBaiEMAkAgCyANKwMwIAAg' +
  'CkEDdGorAwAgDEEBareiIAQgBRACoqAhCwsgDEEBaiEMAkAgCyANKwM4IAAgCkEDdGorAwAgDEEBareiIAQgBRACoqAhCwsgDEEB' +
  'aiEMIA1BwABqIQ0gDCADQQdrSA0ACwsgDCADSEUNAANAAkAgCyACIAxBA3RqKwMAIAAgCkEDdGorAwAgDEEBareiIAQgBRACoqAh' +
  'CwsgDEEBaiEMIAwgA0gNAAsLIAggCkEDdGogCyAGozkDAAsgCkEBaiEKIAogAUgNAAsLIAgPAAs9AwF/AXwBfyAARAAAAAAAgHZA' +
  'EAQiBPwDIgW4IARiBEAACyAFIQMgAyACTwRAAAsgASADQQN0aisDAA8AC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEH' +
  'akF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EA' +
  'IAAgAXT8CwALIAMLRAAgAJ0gAGEgAJlEAAAAAAAAQENjcSABnSABYSABmUQAAAAAAABAQ2NxcQR8IAAgACABo50gAaKhIACmBSAA' +
  'IAEQAAsLBgBBCCQACw==';

interface Kernel {
  run(angles: number, anglesLength: number, WEIGHTS: number, WEIGHTSLength: number, SINES: number, SINESLength: number, TOTAL: number): number;
  readonly memory: { readonly buffer: ArrayBuffer };
  reset(): void;
  /** The address of a new array: its length, the logarithm of the size of an element, whether it has to be cleared. */
  allocate(length: number, shift: number, clear: number): number;
}

const kernel = load();

function load(): Kernel | undefined {
  try {
    const module = new WebAssembly.Module(Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)));
    const instance = new WebAssembly.Instance(module, { m: { remainder: (x: number, y: number) => x % y } });
    return instance.exports as unknown as Kernel;
  } catch {
    // WebAssembly is not allowed here, by a content security policy for example: the original does the work.
    return undefined;
  }
}

/** The result, or undefined when the original has to compute it; nothing has been changed then. */
export function timbreKernel(angles: readonly number[], WEIGHTS: readonly number[], SINES: Float64Array, TOTAL: number): number[] | undefined {
  if (kernel === undefined || !Array.isArray(angles) || !Array.isArray(WEIGHTS) || !(SINES instanceof Float64Array) || typeof TOTAL !== 'number') return undefined;
  try {
    kernel.reset();
    const anglesAddress = kernel.allocate(angles.length, 3, 0);
    const anglesView = new Float64Array(kernel.memory.buffer, anglesAddress, angles.length);
    for (let index = 0; index < angles.length; index++) {
      const value: unknown = angles[index];
      if (typeof value !== 'number') return undefined;
      anglesView[index] = value;
    }
    const WEIGHTSAddress = kernel.allocate(WEIGHTS.length, 3, 0);
    const WEIGHTSView = new Float64Array(kernel.memory.buffer, WEIGHTSAddress, WEIGHTS.length);
    for (let index = 0; index < WEIGHTS.length; index++) {
      const value: unknown = WEIGHTS[index];
      if (typeof value !== 'number') return undefined;
      WEIGHTSView[index] = value;
    }
    const SINESAddress = kernel.allocate(SINES.length, 3, 0);
    const SINESView = new Float64Array(kernel.memory.buffer, SINESAddress, SINES.length);
    SINESView.set(SINES);
    const result = kernel.run(anglesAddress, angles.length, WEIGHTSAddress, WEIGHTS.length, SINESAddress, SINES.length, TOTAL);
    const length = new Uint32Array(kernel.memory.buffer, result - 8, 1)[0] as number;
    const view = new Float64Array(kernel.memory.buffer, result, length);
    const copy = new Array<number>(length);
    for (let index = 0; index < length; index++) copy[index] = view[index] as number;
    return copy;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
