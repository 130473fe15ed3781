// smoothedKernel: smoothed of before.ts as a WebAssembly module of 3621 bytes, made by Speedlens. The source is smoothed itself,
// which also does what the kernel cannot. When smoothed changes, take away this file and what before.ts says of smoothedKernel, and make them anew:
//   speedlens bench before.ts#smoothed --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABCwJgA39/fwF/YAAAAwQDAAABBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0ZQABBXJlc2V0' +
  'AAIK1RsD1BopGX8BfAF/AXwBfwF8AX8BfAF/AXwBfwF8AX8BfAF/AXwBfwF8BH8BfAF/A3wEfwF8A38BfAF/AXwVfwF8AX8DfAV/' +
  'AXwCfwF8AX8DfAV/AXwBfyABIQQgBCAFSwRAIAQiBUEDQQAQASEDCyADQQAgBEEDdPwLAEEAIQYCQCAGIAFIRQ0AIAFBAWsgBEgE' +
  'QAUACwNAAkBBACEHIAYgAmshCCAHIAggByAIShshCSAGIAJqQQFqIQogASELIAkaQQAEf0EABSAJQQBqC0EASAR/IAsgCRpBAAR/' +
  'QQAFIAlBAGoLaiEMQQAhDSAMIA0gDCANShsFIAkaQQAEf0EABSAJQQBqCyEOIAshDyAOIA8gDiAPSBsLIQkgChpBAAR/QQAFIApB' +
  'AGoLQQBIBH8gCyAKGkEABH9BAAUgCkEAagtqIRBBACERIBAgESAQIBFKGwUgChpBAAR/QQAFIApBAGoLIRIgCyETIBIgEyASIBNI' +
  'GwshCiAKIAlrIRRBACEVIBQgFSAUIBVKGyELIAshFyAXIBhLBEAgFyIYQQNBABABIRYLIBZBACAXQQN0/AsAQQAhGQJAIBkgF0hF' +
  'DQAgCSAXQQFraiABSARABQALIBkgF0EHa0gEQCAJIBlqIRogACAaQQN0aiEaA0ACQCAZIRsgGisDACEcIBsgF08EQAALIBYgG0ED' +
  'dGogHDkDAAsgGUEBaiEZAkAgGSEdIBorAwghHiAdIBdPBEAACyAWIB1BA3RqIB45AwALIBlBAWohGQJAIBkhHyAaKwMQISAgHyAX' +
  'TwRAAAsgFiAfQQN0aiAgOQMACyAZQQFqIRkCQCAZISEgGisDGCEiICEgF08EQAALIBYgIUEDdGogIjkDAAsgGUEBaiEZAkAgGSEj' +
  'IBorAyAhJCAjIBdPBEAACyAWICNBA3RqICQ5AwALIBlBAWohGQJAIBkhJSAaKwMoISYgJSAXTwRAAAsgFiAlQQN0aiAmOQMACyAZ' +
  'QQFqIRkCQCAZIScgGisDMCEoICcgF08EQAALIBYgJ0EDdGogKDkDAAsgGUEBaiEZAkAgGSEpIBorAzghKiApIBdPBEAACyAWIClB' +
  'A3RqICo5AwALIBlBAWohGSAaQcAAaiEaIBkgF0EHa0gNAAsLIBkgF0hFDQADQAJAIBkhKyAJIBlqIS0gACAtQQN0aisDACEsICsg' +
  'F08EQAALIBYgK0EDdGogLDkDAAsgGUEBaiEZIBkgF0gNAAsLIC4gMCAWIS4gGCEwIRghFiAXIS9EAAAAAAAAAAAhMQJAIDEgL7dj' +
  'RQ0AA0ACQCAx/AIhMiAuIDJBA3RqKwMAITMCQAJAIDMhNCA0IDRiDQAgM0QAAAAAAAAAAGFFDQFEAAAAAAAA8D8gM6NEAAAAAAAA' +
  'AABjRQ0BCwALCyAxRAAAAAAAAPA/oCExIDEgL7djDQALC0QAAAAAAADwPyE1AkAgNUQAAAAAAAAIQKIgL7djRQ0AA0ACQCA1RAAA' +
  'AAAAAAhAokQAAAAAAADwP6AhNQsgNUQAAAAAAAAIQKIgL7djDQALCwJAIDVEAAAAAAAA8D9mRQ0AA0ACQCA1ITECQCAxIC+3Y0UN' +
  'AANAAkAgMfwCITYgLiA2QQN0aisDACEzIDH8AiE3AkAgN7cgNWZFDQAgNyA1/AJrITggOCAvTwRAAAsgLiA4QQN0aisDACAzZEUN' +
  'AANAAkAgNyE5IDcgNfwCayE7IDsgL08EQAALIC4gO0EDdGorAwAhOiA5IC9PBEAACyAuIDlBA3RqIDo5AwAgNyA1/AJrITcLAkAg' +
  'N7cgNWZFDQAgNyA1/AJrITwgPCAvTwRAAAsgLiA8QQN0aisDACAzZA0BCwsLIDchPSAzIT4gPSAvTwRAAAsgLiA9QQN0aiA+OQMA' +
  'CyAxRAAAAAAAAPA/oCExIDEgL7djDQALCwsgNUQAAAAAAAAIQKOdITUgNUQAAAAAAADwP2YNAAsLIAYhPyAvQQJtIUEgQSAvTwRA' +
  'AAsgLiBBQQN0aisDACFAID8gBE8EQAALIAMgP0EDdGogQDkDAAsgBkEBaiEGIAYgAUgNAAsLIEIgRCADIUIgBSFEIQUhAyAEIUMg' +
  'ASFGIEZBA0EBEAEhRUEAIUcCQCBHIEZIRQ0AIEZBAWsgAUgEQAUACyBGQQdrIkhBACBIQQBKGyFIIAFBB2siSUEAIElBAEobIUkC' +
  'QANAIEdBB2ogRk4NASBHIUogACBKQQN0aiFLIEchTCBFIExBA3RqIU0gTSBL/QADAP0LAwAgTSBL/QADEP0LAxAgTSBL/QADIP0L' +
  'AyAgTSBL/QADMP0LAzACQAsgR0EBaiFHAkALIEdBAWohRwJACyBHQQFqIUcCQAsgR0EBaiFHAkALIEdBAWohRwJACyBHQQFqIUcC' +
  'QAsgR0EBaiFHAkALIEdBAWohRwwACwsgRkEBayJOQQAgTkEAShshTiABQQFrIk9BACBPQQBKGyFPAkADQCBHQQFqIEZODQEgRyFQ' +
  'IAAgUEEDdGohUSBHIVIgRSBSQQN0aiFTIFMgUf0AAwD9CwMAAkALIEdBAWohRwJACyBHQQFqIUcMAAsLIEcgRkhFDQADQAJAIEUg' +
  'R0EDdGogACBHQQN0aisDADkDAAsgR0EBaiFHIEcgRkgNAAsLIEUhVCBGIVVEAAAAAAAAAAAhVgJAIFYgVbdjRQ0AA0ACQCBW/AIh' +
  'VyBUIFdBA3RqKwMAIVgCQAJAIFghWSBZIFliDQAgWEQAAAAAAAAAAGFFDQFEAAAAAAAA8D8gWKNEAAAAAAAAAABjRQ0BCwALCyBW' +
  'RAAAAAAAAPA/oCFWIFYgVbdjDQALC0QAAAAAAADwPyFaAkAgWkQAAAAAAAAIQKIgVbdjRQ0AA0ACQCBaRAAAAAAAAAhAokQAAAAA' +
  'AADwP6AhWgsgWkQAAAAAAAAIQKIgVbdjDQALCwJAIFpEAAAAAAAA8D9mRQ0AA0ACQCBaIVYCQCBWIFW3Y0UNAANAAkAgVvwCIVsg' +
  'VCBbQQN0aisDACFYIFb8AiFcAkAgXLcgWmZFDQAgXCBa/AJrIV0gXSBVTwRAAAsgVCBdQQN0aisDACBYY0UNAANAAkAgXCBVTwRA' +
  'AAsgVCBcQQN0aiBcIFr8AmshXiBeIFVPBEAACyBUIF5BA3RqKwMAOQMAIFwgWvwCayFcCwJAIFy3IFpmRQ0AIFwgWvwCayFfIF8g' +
  'VU8EQAALIFQgX0EDdGorAwAgWGMNAQsLCyBcIFVPBEAACyBUIFxBA3RqIFg5AwALIFZEAAAAAAAA8D+gIVYgViBVt2MNAAsLCyBa' +
  'RAAAAAAAAAhAo50hWiBaRAAAAAAAAPA/Zg0ACwtEAAAAAAAAAAAhYEEAIWECQCBhIAJIRQ0AAkACQCACGkEBRQ0AIAJBAWsgVUhF' +
  'DQAMAQsACyBhIAJBB2tIBEAgYSFiIFQgYkEDdGohYgNAAkAgYCBiKwMAoCFgCyBhQQFqIWECQCBgIGIrAwigIWALIGFBAWohYQJA' +
  'IGAgYisDEKAhYAsgYUEBaiFhAkAgYCBiKwMYoCFgCyBhQQFqIWECQCBgIGIrAyCgIWALIGFBAWohYQJAIGAgYisDKKAhYAsgYUEB' +
  'aiFhAkAgYCBiKwMwoCFgCyBhQQFqIWECQCBgIGIrAzigIWALIGFBAWohYSBiQcAAaiFiIGEgAkEHa0gNAAsLIGEgAkhFDQADQAJA' +
  'IGAgVCBhQQN0aisDAKAhYAsgYUEBaiFhIGEgAkgNAAsLRAAAAAAAAAAAIWMCQCBjIAG3Y0UNAANAAkAgY/wCIWQgACBkQQN0aisD' +
  'ACFlAkACQCBlIWYgZiBmYg0AIGVEAAAAAAAAAABhRQ0BRAAAAAAAAPA/IGWjRAAAAAAAAAAAY0UNAQsACwsgY0QAAAAAAADwP6Ah' +
  'YyBjIAG3Yw0ACwtEAAAAAAAA8D8hZwJAIGdEAAAAAAAACECiIAG3Y0UNAANAAkAgZ0QAAAAAAAAIQKJEAAAAAAAA8D+gIWcLIGdE' +
  'AAAAAAAACECiIAG3Yw0ACwsCQCBnRAAAAAAAAPA/ZkUNAANAAkAgZyFjAkAgYyABt2NFDQADQAJAIGP8AiFoIAAgaEEDdGorAwAh' +
  'ZSBj/AIhaQJAIGm3IGdmRQ0AIGkgZ/wCayFqIGogAU8EQAALIAAgakEDdGorAwAgZWRFDQADQAJAIGkgAU8EQAALIAAgaUEDdGog' +
  'aSBn/AJrIWsgayABTwRAAAsgACBrQQN0aisDADkDACBpIGf8AmshaQsCQCBptyBnZkUNACBpIGf8AmshbCBsIAFPBEAACyAAIGxB' +
  'A3RqKwMAIGVkDQELCwsgaSABTwRAAAsgACBpQQN0aiBlOQMACyBjRAAAAAAAAPA/oCFjIGMgAbdjDQALCwsgZ0QAAAAAAAAIQKOd' +
  'IWcgZ0QAAAAAAADwP2YNAAsLIGAgArejIW0gQyBERgRAIERBAXRBEGohRCBCIW4gREEDQQAQASJCIG4gQ0EDdPwKAAALIEIgQ0ED' +
  'dGogbTkDACBDQQFqIUMgQkUEQEEAQQBBABABIUILIEJBCGsgQzYCACBCDwALdgECfyAAQYCAgMAASwRAAAsjAEEIaiIDIAAgAXRq' +
  'QQdqQXhxIgRBgICAgARLBEAACyAEPwBBEHRLBEAgBD8AQRB0a0H//wNqQRB2QABBf0YEQAALCyAEJAAgA0EIayAANgIAIAIEQCAD' +
  'QQAgACABdPwLAAsgAwsGAEEIJAAL';

interface Kernel {
  run(values: number, valuesLength: number, radius: number): number;
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

/** An integer from 0 to a billion, and not -0: the kernel counts in 32 bits. */
function isCount(value: unknown): value is number {
  return typeof value === 'number' && Object.is(value | 0, value) && value >= 0 && value <= 1e9;
}

/** The result, or undefined when the original has to compute it; nothing has been changed then. */
export function smoothedKernel(values: number[], radius: number): number[] | undefined {
  if (kernel === undefined || (values as object | undefined)?.constructor !== Array || !isCount(radius)) return undefined;
  if (Object.isFrozen(values)) return undefined;
  try {
    kernel.reset();
    const valuesAddress = kernel.allocate(values.length, 3, 0);
    const valuesView = new Float64Array(kernel.memory.buffer, valuesAddress, values.length);
    for (let index = 0; index < values.length; index++) {
      const value: unknown = values[index];
      if (typeof value !== 'number') return undefined;
      valuesView[index] = value;
    }
    const result = kernel.run(valuesAddress, values.length, radius);
    const valuesAfter = new Float64Array(kernel.memory.buffer, valuesAddress, values.length);
    for (let index = 0; index < values.length; index++) values[index] = valuesAfter[index] as number;
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
