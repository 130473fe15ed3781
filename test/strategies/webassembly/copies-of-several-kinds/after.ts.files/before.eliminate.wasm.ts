// eliminateKernel: eliminate of before.ts as a WebAssembly module of 3544 bytes, made by Speedlens. The source is eliminate itself,
// which also does what the kernel cannot. When eliminate changes, make this file anew:
//   speedlens bench before.ts#eliminate --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABFANgBX9/f39/AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0' +
  'ZQABBXJlc2V0AAIK/xoD/hk2K38BfgF/AX4BfAV/AX4CfwF+AXwBfwF8An8BfgF/AX4CfwF+AXsCfwF+An8BfgR/AX4CfwF+AX8B' +
  'fAJ/AX4BfwF+An8BfgF7An8BfgJ/AX4BfwF8An8BfgF/AX4ffwF8AX8BfAF/AXwCfwF+IAEhBiAGQQNBARABIQVBACEHAkAgBkED' +
  'ayIIQQAgCEEAShshCCABQQNrIglBACAJQQBKGyEJAkADQCAHQQNqIAZODQEgByIKIAlPBEAACyAAIApBA3RqIQsgByIMIAhPBEAA' +
  'CyAFIAxBA3RqIQ0gDSAL/QADAP0LAwAgDSAL/QADEP0LAxACQAsgB0EBaiEHAkALIAdBAWohBwJACyAHQQFqIQcCQAsgB0EBaiEH' +
  'DAALCyAGQQFrIg5BACAOQQBKGyEOIAFBAWsiD0EAIA9BAEobIQ8CQANAIAdBAWogBk4NASAHIhAgD08EQAALIAAgEEEDdGohESAH' +
  'IhIgDk8EQAALIAUgEkEDdGohEyATIBH9AAMA/QsDAAJACyAHQQFqIQcCQAsgB0EBaiEHDAALCyAHIAZIRQ0AA0ACQCAHIAZPBEAA' +
  'CyAFIAdBA3RqIAcgAU8EQAALIAAgB0EDdGorAwA5AwALIAdBAWohByAHIAZIDQALCyAFIRQgBiEVIAMhFyAXQQNBARABIRZBACEY' +
  'AkAgF0EDayIZQQAgGUEAShshGSADQQNrIhpBACAaQQBKGyEaAkADQCAYQQNqIBdODQEgGCIbIBpPBEAACyACIBtBA3RqIRwgGCId' +
  'IBlPBEAACyAWIB1BA3RqIR4gHiAc/QADAP0LAwAgHiAc/QADEP0LAxACQAsgGEEBaiEYAkALIBhBAWohGAJACyAYQQFqIRgCQAsg' +
  'GEEBaiEYDAALCyAXQQFrIh9BACAfQQBKGyEfIANBAWsiIEEAICBBAEobISACQANAIBhBAWogF04NASAYIiEgIE8EQAALIAIgIUED' +
  'dGohIiAYIiMgH08EQAALIBYgI0EDdGohJCAkICL9AAMA/QsDAAJACyAYQQFqIRgCQAsgGEEBaiEYDAALCyAYIBdIRQ0AA0ACQCAY' +
  'IBdPBEAACyAWIBhBA3RqIBggA08EQAALIAIgGEEDdGorAwA5AwALIBhBAWohGCAYIBdIDQALCyAWISUgFyEmIAQhJyAnISkgKUEC' +
  'QQEQASEoQQAhKgJAICogKUhFDQADQAJAICogKU8EQAALICggKkECdGogBEEBayAqazYCAAsgKkEBaiEqICogKUgNAAsLICghKyAp' +
  'ISxBACEtAkAgLSAESEUNAANAAkAgLUEBaiEuAkAgLiAESEUNAANAAkAgLqwgBKx+IC2sfCIwIBWtWgRAAAsgMKchLyAUIC9BA3Rq' +
  'KwMAIC2sIASsfiAtrHwiMiAVrVoEQAALIDKnITEgFCAxQQN0aisDAKMhMyAtITQCQCAVQQNrIjVBACA1QQBKGyE1AkADQCA0QQNq' +
  'IARODQFBACAtrCAErH4gNKx8IjkgNa1aBEAACyA5pyE3IBQgN0EDdGohOCA4IC6sIASsfiA0rHwiPCA1rVoEQAALIDynITogFCA6' +
  'QQN0aiE7IDtrIjZBH2pBP0kgNkEAR3FyBEACQCAutyAEt6IgNLegIT0gPSI//AMiQLggP2IEQAALIEAhPiA+IBVPBEAACyAUID5B' +
  'A3RqIC6sIASsfiA0rHwiQiAVrVoEQAALIEKnIUEgFCBBQQN0aisDACAzIC2sIASsfiA0rHwiRCAVrVoEQAALIESnIUMgFCBDQQN0' +
  'aisDAKKhOQMACyA0QQFqITQMAQsgLrcgBLeiIDS3oCE9IC6sIASsfiA0rHwiRyA1rVoEQAALIEenIUUgFCBFQQN0aiFGIDP9FCFI' +
  'IC2sIASsfiA0rHwiSyA1rVoEQAALIEunIUkgFCBJQQN0aiFKIC6sIASsfiA0rHwiTiA1rVoEQAALIE6nIUwgFCBMQQN0aiFNIE0g' +
  'Rv0AAwAgSCBK/QADAP3yAf3xAf0LAwAgTSBG/QADECBIIEr9AAMQ/fIB/fEB/QsDEAJACyA0QQFqITQCQAsgNEEBaiE0AkALIDRB' +
  'AWohNAJACyA0QQFqITQMAAsLIBVBAWsiT0EAIE9BAEobIU8CQANAIDRBAWogBE4NAUEAIC2sIASsfiA0rHwiUyBPrVoEQAALIFOn' +
  'IVEgFCBRQQN0aiFSIFIgLqwgBKx+IDSsfCJWIE+tWgRAAAsgVqchVCAUIFRBA3RqIVUgVWsiUEEPakEfSSBQQQBHcXIEQAJAIC63' +
  'IAS3oiA0t6AhPSA9Ilj8AyJZuCBYYgRAAAsgWSFXIFcgFU8EQAALIBQgV0EDdGogLqwgBKx+IDSsfCJbIBWtWgRAAAsgW6chWiAU' +
  'IFpBA3RqKwMAIDMgLawgBKx+IDSsfCJdIBWtWgRAAAsgXachXCAUIFxBA3RqKwMAoqE5AwALIDRBAWohNAwBCyAutyAEt6IgNLeg' +
  'IT0gLqwgBKx+IDSsfCJgIE+tWgRAAAsgYKchXiAUIF5BA3RqIV8gM/0UIWEgLawgBKx+IDSsfCJkIE+tWgRAAAsgZKchYiAUIGJB' +
  'A3RqIWMgLqwgBKx+IDSsfCJnIE+tWgRAAAsgZ6chZSAUIGVBA3RqIWYgZiBf/QADACBhIGP9AAMA/fIB/fEB/QsDAAJACyA0QQFq' +
  'ITQCQAsgNEEBaiE0DAALCyA0IARIRQ0AA0ACQCAutyAEt6IgNLegIT0gPSJp/AMiarggaWIEQAALIGohaCBoIBVPBEAACyAUIGhB' +
  'A3RqIC6sIASsfiA0rHwibCAVrVoEQAALIGynIWsgFCBrQQN0aisDACAzIC2sIASsfiA0rHwibiAVrVoEQAALIG6nIW0gFCBtQQN0' +
  'aisDAKKhOQMACyA0QQFqITQgNCAESA0ACwsgLiAmTwRAAAsgJSAuQQN0aiAuICZPBEAACyAlIC5BA3RqKwMAIDMgLSAmTwRAAAsg' +
  'JSAtQQN0aisDAKKhOQMACyAuQQFqIS4gLiAESA0ACwsLIC1BAWohLSAtIARIDQALCyAmIXAgcEEDQQEQASFvQQAhcQJAIHBBA2si' +
  'ckEAIHJBAEobIXIgJkEDayJzQQAgc0EAShshcwJAA0AgcUEDaiBwTg0BQQAgcSJ1IHNPBEAACyAlIHVBA3RqIXYgdiBxIncgck8E' +
  'QAALIG8gd0EDdGoheCB4ayJ0QR9qQT9JIHRBAEdxcgRAAkAgcSBwTwRAAAsgbyBxQQN0aiBxICZPBEAACyAlIHFBA3RqKwMAOQMA' +
  'CyBxQQFqIXEMAQsgcSJ5IHNPBEAACyAlIHlBA3RqIXogcSJ7IHJPBEAACyBvIHtBA3RqIXwgfCB6/QADAP0LAwAgfCB6/QADEP0L' +
  'AxACQAsgcUEBaiFxAkALIHFBAWohcQJACyBxQQFqIXECQAsgcUEBaiFxDAALCyBwQQFrIn1BACB9QQBKGyF9ICZBAWsifkEAIH5B' +
  'AEobIX4CQANAIHFBAWogcE4NAUEAIHEigAEgfk8EQAALICUggAFBA3RqIYEBIIEBIHEiggEgfU8EQAALIG8gggFBA3RqIYMBIIMB' +
  'ayJ/QQ9qQR9JIH9BAEdxcgRAAkAgcSBwTwRAAAsgbyBxQQN0aiBxICZPBEAACyAlIHFBA3RqKwMAOQMACyBxQQFqIXEMAQsgcSKE' +
  'ASB+TwRAAAsgJSCEAUEDdGohhQEgcSKGASB9TwRAAAsgbyCGAUEDdGohhwEghwEghQH9AAMA/QsDAAJACyBxQQFqIXECQAsgcUEB' +
  'aiFxDAALCyBxIHBIRQ0AA0ACQCBxIHBPBEAACyBvIHFBA3RqIHEgJk8EQAALICUgcUEDdGorAwA5AwALIHFBAWohcSBxIHBIDQAL' +
  'CyBvISUgcCEmQQAhiAECQCCIASAESEUNAANAAkAgJiGKASCKASCLAUsEQCCKASKLAUEDQQAQASGJAQsgiQFBACCKAUEDdPwLAEEA' +
  'IYwBAkAgjAEgigFIRQ0AA0ACQCCMASGNASCMASAmTwRAAAsgJSCMAUEDdGorAwAhjgEgjQEgigFPBEAACyCJASCNAUEDdGogjgE5' +
  'AwALIIwBQQFqIYwBIIwBIIoBSA0ACwtBACGPAQJAII8BIARIRQ0AA0ACQCCPASAsTwRAAAsgKyCPAUECdGooAgC3IAS3oiCIAbeg' +
  'IZABIJABIpIB/AMikwG4IJIBYgRAAAsgkwEhkQEgkQEgFU8EQAALIBQgkQFBA3RqII8BICxPBEAACyArII8BQQJ0aigCAKwgBKx+' +
  'IIgBrHwilQEgFa1aBEAACyCVAachlAEgFCCUAUEDdGorAwAgiAEgigFPBEAACyCJASCIAUEDdGorAwBE/Knx0k1iUD+ioDkDAAsg' +
  'jwFBAWohjwEgjwEgBEgNAAsLCyCIAUEBaiGIASCIASAESA0ACwsgFA8AC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEH' +
  'akF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EA' +
  'IAAgAXT8CwALIAMLBgBBCCQACw==';

interface Kernel {
  run(a: number, aLength: number, b: number, bLength: number, n: number): number;
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
export function eliminateKernel(a: readonly number[], b: Float64Array, n: number): number[] | undefined {
  if (kernel === undefined || !Array.isArray(a) || !(b instanceof Float64Array) || !isInteger(n)) return undefined;
  try {
    kernel.reset();
    const aAddress = kernel.allocate(a.length, 3, 0);
    const aView = new Float64Array(kernel.memory.buffer, aAddress, a.length);
    for (let index = 0; index < a.length; index++) {
      const value: unknown = a[index];
      if (typeof value !== 'number') return undefined;
      aView[index] = value;
    }
    const bAddress = kernel.allocate(b.length, 3, 0);
    const bView = new Float64Array(kernel.memory.buffer, bAddress, b.length);
    bView.set(b);
    const result = kernel.run(aAddress, a.length, bAddress, b.length, n);
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
