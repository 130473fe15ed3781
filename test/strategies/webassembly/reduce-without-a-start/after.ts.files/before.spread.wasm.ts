// spreadKernel: spread of before.ts as a WebAssembly module of 3239 bytes, made by Speedlens. The source is spread itself,
// which also does what the kernel cannot. When spread changes, take away this file and what before.ts says of spreadKernel, and make them anew:
//   speedlens bench before.ts#spread --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEgNgA39/fwF8YAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxsb2NhdGUA' +
  'AQVyZXNldAACCtAYA88XMgF/AXwUfwF8AX8BfAF/AXwBfwF8AX8BfAF/AXwBfwF8AX8BfAF/AXwKfwF8AX8BfAF/AXwBfwF8AX8B' +
  'fAF/AXwBfwF8AX8BfAF/AXwBfwF8Bn8BfAJ/AnwBfwF8A38CfAN/AXwjACEDRAAAAAAAAAAAIQRBACEFAkAgBSACSEUNAANAAkBB' +
  'ACEGQX4hByABIQggBhpBAAR/QQAFIAZBAGoLQQBIBH8gCCAGGkEABH9BAAUgBkEAagtqIQlBACEKIAkgCiAJIApKGwUgBhpBAAR/' +
  'QQAFIAZBAGoLIQsgCCEMIAsgDCALIAxIGwshBiAHGkEABH9BAAUgB0EAagtBAEgEfyAIIAcaQQAEf0EABSAHQQBqC2ohDUEAIQ4g' +
  'DSAOIA0gDkobBSAHGkEABH9BAAUgB0EAagshDyAIIRAgDyAQIA8gEEgbCyEHIAcgBmshEUEAIRIgESASIBEgEkobIQggCCEUIBQg' +
  'FUsEQCAUIhVBA0EAEAEhEwsgE0EAIBRBA3T8CwBBACEWAkAgFiAUSEUNACAGIBRBAWtqIAFIBEAFAAsgFiAUQQdrSARAIAYgFmoh' +
  'FyAAIBdBA3RqIRcDQAJAIBYhGCAXKwMAIRkgGCAUTwRAAAsgEyAYQQN0aiAZOQMACyAWQQFqIRYCQCAWIRogFysDCCEbIBogFE8E' +
  'QAALIBMgGkEDdGogGzkDAAsgFkEBaiEWAkAgFiEcIBcrAxAhHSAcIBRPBEAACyATIBxBA3RqIB05AwALIBZBAWohFgJAIBYhHiAX' +
  'KwMYIR8gHiAUTwRAAAsgEyAeQQN0aiAfOQMACyAWQQFqIRYCQCAWISAgFysDICEhICAgFE8EQAALIBMgIEEDdGogITkDAAsgFkEB' +
  'aiEWAkAgFiEiIBcrAyghIyAiIBRPBEAACyATICJBA3RqICM5AwALIBZBAWohFgJAIBYhJCAXKwMwISUgJCAUTwRAAAsgEyAkQQN0' +
  'aiAlOQMACyAWQQFqIRYCQCAWISYgFysDOCEnICYgFE8EQAALIBMgJkEDdGogJzkDAAsgFkEBaiEWIBdBwABqIRcgFiAUQQdrSA0A' +
  'CwsgFiAUSEUNAANAAkAgFiEoIAYgFmohKiAAICpBA3RqKwMAISkgKCAUTwRAAAsgEyAoQQN0aiApOQMACyAWQQFqIRYgFiAUSA0A' +
  'CwsgKyAtIBMhKyAVIS0hFSETIBQhLCAsIS8gLyAwSwRAIC8iMEEDQQAQASEuCyAuQQAgL0EDdPwLAEEAITECQCAxICxIRQ0AICxB' +
  'AWsgL0gEQAUACyAsQQFrQQJqIAFIBEAFAAsgMSAsQQdrSARAIDEhMiArIDJBA3RqITIgMSEzIAAgM0EDdGpBCGohMwNAAkAgMisD' +
  'ACE0IDEhNSA0IDMrAwCgIDMrAwigITYgNSAvTwRAAAsgLiA1QQN0aiA2OQMACyAxQQFqITECQCAyKwMIITQgMSE3IDQgMysDCKAg' +
  'MysDEKAhOCA3IC9PBEAACyAuIDdBA3RqIDg5AwALIDFBAWohMQJAIDIrAxAhNCAxITkgNCAzKwMQoCAzKwMYoCE6IDkgL08EQAAL' +
  'IC4gOUEDdGogOjkDAAsgMUEBaiExAkAgMisDGCE0IDEhOyA0IDMrAxigIDMrAyCgITwgOyAvTwRAAAsgLiA7QQN0aiA8OQMACyAx' +
  'QQFqITECQCAyKwMgITQgMSE9IDQgMysDIKAgMysDKKAhPiA9IC9PBEAACyAuID1BA3RqID45AwALIDFBAWohMQJAIDIrAyghNCAx' +
  'IT8gNCAzKwMooCAzKwMwoCFAID8gL08EQAALIC4gP0EDdGogQDkDAAsgMUEBaiExAkAgMisDMCE0IDEhQSA0IDMrAzCgIDMrAzig' +
  'IUIgQSAvTwRAAAsgLiBBQQN0aiBCOQMACyAxQQFqITECQCAyKwM4ITQgMSFDIDQgMysDOKAgMysDQKAhRCBDIC9PBEAACyAuIENB' +
  'A3RqIEQ5AwALIDFBAWohMSAyQcAAaiEyIDNBwABqITMgMSAsQQdrSA0ACwsgMSAsSEUNAANAAkAgKyAxQQN0aisDACE0IDEhRSA0' +
  'IDFBAWohRyAAIEdBA3RqKwMAoCAxQQJqIUggACBIQQN0aisDAKAhRiBFIC9PBEAACyAuIEVBA3RqIEY5AwALIDFBAWohMSAxICxI' +
  'DQALCyBJIEsgLiFJIDAhSyEwIS4gLyFKQQAgSkgEQAUAC0EAIUwgTCBKTwRAAAsgSSBMQQN0aisDACFNQQEhTgJAIE4gSkEHa0gE' +
  'QCBOIU8gSSBPQQN0aiFPA0ACQCBPKwMAIVAgUCBNZAR8IFAFIE0LIU0LIE5BAWohTgJAIE8rAwghUCBQIE1kBHwgUAUgTQshTQsg' +
  'TkEBaiFOAkAgTysDECFQIFAgTWQEfCBQBSBNCyFNCyBOQQFqIU4CQCBPKwMYIVAgUCBNZAR8IFAFIE0LIU0LIE5BAWohTgJAIE8r' +
  'AyAhUCBQIE1kBHwgUAUgTQshTQsgTkEBaiFOAkAgTysDKCFQIFAgTWQEfCBQBSBNCyFNCyBOQQFqIU4CQCBPKwMwIVAgUCBNZAR8' +
  'IFAFIE0LIU0LIE5BAWohTgJAIE8rAzghUCBQIE1kBHwgUAUgTQshTQsgTkEBaiFOIE9BwABqIU8gTiBKQQdrSA0ACwsgTiBKSEUN' +
  'AANAAkAgSSBOQQN0aisDACFQIFAgTWQEfCBQBSBNCyFNCyBOQQFqIU4gTiBKSA0ACwsgTSFRQQAgSkgEQAUAC0EAIVIgUiBKTwRA' +
  'AAsgSSBSQQN0aisDACFTQQEhVAJAIFQgSkhFDQAgBUECcCFVIFQgSkEHa0gEQCBUIVYgSSBWQQN0aiFWA0ACQCBWKwMAIVcgVEEC' +
  'cCBVRgR/QQEFIFMgV2MLBHwgUwUgVwshUwsgVEEBaiFUAkAgVisDCCFXIFRBAnAgVUYEf0EBBSBTIFdjCwR8IFMFIFcLIVMLIFRB' +
  'AWohVAJAIFYrAxAhVyBUQQJwIFVGBH9BAQUgUyBXYwsEfCBTBSBXCyFTCyBUQQFqIVQCQCBWKwMYIVcgVEECcCBVRgR/QQEFIFMg' +
  'V2MLBHwgUwUgVwshUwsgVEEBaiFUAkAgVisDICFXIFRBAnAgVUYEf0EBBSBTIFdjCwR8IFMFIFcLIVMLIFRBAWohVAJAIFYrAygh' +
  'VyBUQQJwIFVGBH9BAQUgUyBXYwsEfCBTBSBXCyFTCyBUQQFqIVQCQCBWKwMwIVcgVEECcCBVRgR/QQEFIFMgV2MLBHwgUwUgVwsh' +
  'UwsgVEEBaiFUAkAgVisDOCFXIFRBAnAgVUYEf0EBBSBTIFdjCwR8IFMFIFcLIVMLIFRBAWohVCBWQcAAaiFWIFQgSkEHa0gNAAsL' +
  'IFQgSkhFDQADQAJAIEkgVEEDdGorAwAhVyBUQQJwIFVGBH9BAQUgUyBXYwsEfCBTBSBXCyFTCyBUQQFqIVQgVCBKSA0ACwsgUyFY' +
  'QX8hWUEAIVoCQCBaIAFBB2tIBEAgWiFbIAAgW0EDdGohWwNAAkAgWysDACFcIFwgBbdkBEAgWiFZDAQLCyBaQQFqIVoCQCBbKwMI' +
  'IVwgXCAFt2QEQCBaIVkMBAsLIFpBAWohWgJAIFsrAxAhXCBcIAW3ZARAIFohWQwECwsgWkEBaiFaAkAgWysDGCFcIFwgBbdkBEAg' +
  'WiFZDAQLCyBaQQFqIVoCQCBbKwMgIVwgXCAFt2QEQCBaIVkMBAsLIFpBAWohWgJAIFsrAyghXCBcIAW3ZARAIFohWQwECwsgWkEB' +
  'aiFaAkAgWysDMCFcIFwgBbdkBEAgWiFZDAQLCyBaQQFqIVoCQCBbKwM4IVwgXCAFt2QEQCBaIVkMBAsLIFpBAWohWiBbQcAAaiFb' +
  'IFogAUEHa0gNAAsLIFogAUhFDQADQAJAIAAgWkEDdGorAwAhXCBcIAW3ZARAIFohWQwDCwsgWkEBaiFaIFogAUgNAAsLIAQgUSBY' +
  'oSBZt6KgIQQLIAVBAWohBSAFIAJIDQALCyAEIAMkAA8gAyQAAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEi' +
  'BEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0' +
  '/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(values: number, valuesLength: number, rounds: number): number;
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
export function spreadKernel(values: readonly number[], rounds: number): number | undefined {
  if (kernel === undefined || (values as object | undefined)?.constructor !== Array || !isInteger(rounds)) return undefined;
  try {
    kernel.reset();
    const valuesAddress = kernel.allocate(values.length, 3, 0);
    const valuesView = new Float64Array(kernel.memory.buffer, valuesAddress, values.length);
    for (let index = 0; index < values.length; index++) {
      const value: unknown = values[index];
      if (typeof value !== 'number') return undefined;
      valuesView[index] = value;
    }
    return kernel.run(valuesAddress, values.length, rounds);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
