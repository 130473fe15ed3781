// smoothKernel: smooth of before.ts as a WebAssembly module of 1392 bytes, made by Speedlens. The source is smooth itself,
// which also does what the kernel cannot. When smooth changes, take away this file and what before.ts says of smoothKernel, and make them anew:
//   speedlens bench before.ts#smooth --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEgNgBH9/fH8AYAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxsb2NhdGUA' +
  'AQVyZXNldAACCpkKA5gJBQR/AXwBfwF8CX9BACEEAkAgBCADSEUNAANAAkBBASEFAkAgBSABSEUNACAEQQJwIQYgBUEBayEHIAcg' +
  'AU8EQAALIAAgB0EDdGorAwAhCCAFIAFBB2tIBEAgBSEJIAAgCUEDdGohCQNAAkAgCCEKIAZBAEYEQCAJIApEAAAAAAAA8D8gAqGi' +
  'IAkrAwAgAqKgIgg5AwAFIAkgCSsDACACoiABQQFrIQsgCyABTwRAAAsgACALQQN0aisDAKUgCkQAAAAAAADwP6GlIgg5AwALCyAF' +
  'QQFqIQUCQCAIIQogBkEARgRAIAkgCkQAAAAAAADwPyACoaIgCSsDCCACoqAiCDkDCAUgCSAJKwMIIAKiIAFBAWshDCAMIAFPBEAA' +
  'CyAAIAxBA3RqKwMApSAKRAAAAAAAAPA/oaUiCDkDCAsLIAVBAWohBQJAIAghCiAGQQBGBEAgCSAKRAAAAAAAAPA/IAKhoiAJKwMQ' +
  'IAKioCIIOQMQBSAJIAkrAxAgAqIgAUEBayENIA0gAU8EQAALIAAgDUEDdGorAwClIApEAAAAAAAA8D+hpSIIOQMQCwsgBUEBaiEF' +
  'AkAgCCEKIAZBAEYEQCAJIApEAAAAAAAA8D8gAqGiIAkrAxggAqKgIgg5AxgFIAkgCSsDGCACoiABQQFrIQ4gDiABTwRAAAsgACAO' +
  'QQN0aisDAKUgCkQAAAAAAADwP6GlIgg5AxgLCyAFQQFqIQUCQCAIIQogBkEARgRAIAkgCkQAAAAAAADwPyACoaIgCSsDICACoqAi' +
  'CDkDIAUgCSAJKwMgIAKiIAFBAWshDyAPIAFPBEAACyAAIA9BA3RqKwMApSAKRAAAAAAAAPA/oaUiCDkDIAsLIAVBAWohBQJAIAgh' +
  'CiAGQQBGBEAgCSAKRAAAAAAAAPA/IAKhoiAJKwMoIAKioCIIOQMoBSAJIAkrAyggAqIgAUEBayEQIBAgAU8EQAALIAAgEEEDdGor' +
  'AwClIApEAAAAAAAA8D+hpSIIOQMoCwsgBUEBaiEFAkAgCCEKIAZBAEYEQCAJIApEAAAAAAAA8D8gAqGiIAkrAzAgAqKgIgg5AzAF' +
  'IAkgCSsDMCACoiABQQFrIREgESABTwRAAAsgACARQQN0aisDAKUgCkQAAAAAAADwP6GlIgg5AzALCyAFQQFqIQUCQCAIIQogBkEA' +
  'RgRAIAkgCkQAAAAAAADwPyACoaIgCSsDOCACoqAiCDkDOAUgCSAJKwM4IAKiIAFBAWshEiASIAFPBEAACyAAIBJBA3RqKwMApSAK' +
  'RAAAAAAAAPA/oaUiCDkDOAsLIAVBAWohBSAJQcAAaiEJIAUgAUEHa0gNAAsLIAUgAUhFDQADQAJAIAghCiAGQQBGBEAgACAFQQN0' +
  'aiAKRAAAAAAAAPA/IAKhoiAAIAVBA3RqKwMAIAKioCIIOQMABSAAIAVBA3RqIAAgBUEDdGorAwAgAqIgAUEBayETIBMgAU8EQAAL' +
  'IAAgE0EDdGorAwClIApEAAAAAAAA8D+hpSIIOQMACwsgBUEBaiEFIAUgAUgNAAsLCyAEQQFqIQQgBCADSA0ACwsLdgECfyAAQYCA' +
  'gMAASwRAAAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRBgICAgARLBEAACyAEPwBBEHRLBEAgBD8AQRB0a0H//wNqQRB2QABBf0YEQAAL' +
  'CyAEJAAgA0EIayAANgIAIAIEQCADQQAgACABdPwLAAsgAwsGAEEIJAAL';

interface Kernel {
  run(values: number, valuesLength: number, weight: number, rounds: number): void;
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
export function smoothKernel(values: Float64Array, weight: number, rounds: number): boolean {
  if (kernel === undefined || !(values instanceof Float64Array) || typeof weight !== 'number' || !isInteger(rounds)) return false;
  try {
    kernel.reset();
    const valuesAddress = kernel.allocate(values.length, 3, 0);
    const valuesView = new Float64Array(kernel.memory.buffer, valuesAddress, values.length);
    valuesView.set(values);
    kernel.run(valuesAddress, values.length, weight, rounds);
    values.set(new Float64Array(kernel.memory.buffer, valuesAddress, values.length));
    return true;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return false;
  }
}
