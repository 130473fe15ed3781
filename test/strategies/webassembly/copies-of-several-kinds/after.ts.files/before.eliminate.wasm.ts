// eliminateKernel: eliminate of before.ts as a WebAssembly module of 5278 bytes, made by Speedlens. The source is eliminate itself,
// which also does what the kernel cannot. When eliminate changes, take away this file and what before.ts says of eliminateKernel, and make them anew:
//   speedlens bench before.ts#eliminate --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABFANgBX9/f39/AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0' +
  'ZQABBXJlc2V0AAIKxSgDxCdHK38BfAJ/AX4BfAF/AXwBfwF8DH8Bewx/AXskfwF8AX8BfAF/AXwBfwF8AX8BfAF/AXwBfwF8AX8B' +
  'fAF/AXwBfwF8AX8BfAF/AXwCfwF+AX8BfAJ/AX4BfwF8An8BfgF/AXwCfwF+AX8BfAJ/AX4BfwF8An8BfgF/AXwCfwF+AX8BfAJ/' +
  'AX4BfwF8An8BfiABIQYgBkEDQQEQASEFQQAhBwJAIAcgBkhFDQAgBkEBayABSARABQALIAZBB2siCEEAIAhBAEobIQggAUEHayIJ' +
  'QQAgCUEAShshCQJAA0AgB0EHaiAGTg0BIAchCiAAIApBA3RqIQsgByEMIAUgDEEDdGohDSANIAv9AAMA/QsDACANIAv9AAMQ/QsD' +
  'ECANIAv9AAMg/QsDICANIAv9AAMw/QsDMAJACyAHQQFqIQcCQAsgB0EBaiEHAkALIAdBAWohBwJACyAHQQFqIQcCQAsgB0EBaiEH' +
  'AkALIAdBAWohBwJACyAHQQFqIQcCQAsgB0EBaiEHDAALCyAGQQFrIg5BACAOQQBKGyEOIAFBAWsiD0EAIA9BAEobIQ8CQANAIAdB' +
  'AWogBk4NASAHIRAgACAQQQN0aiERIAchEiAFIBJBA3RqIRMgEyAR/QADAP0LAwACQAsgB0EBaiEHAkALIAdBAWohBwwACwsgByAG' +
  'SEUNAANAAkAgBSAHQQN0aiAAIAdBA3RqKwMAOQMACyAHQQFqIQcgByAGSA0ACwsgBSEUIAYhFSADIRcgF0EDQQEQASEWQQAhGAJA' +
  'IBggF0hFDQAgF0EBayADSARABQALIBdBB2siGUEAIBlBAEobIRkgA0EHayIaQQAgGkEAShshGgJAA0AgGEEHaiAXTg0BIBghGyAC' +
  'IBtBA3RqIRwgGCEdIBYgHUEDdGohHiAeIBz9AAMA/QsDACAeIBz9AAMQ/QsDECAeIBz9AAMg/QsDICAeIBz9AAMw/QsDMAJACyAY' +
  'QQFqIRgCQAsgGEEBaiEYAkALIBhBAWohGAJACyAYQQFqIRgCQAsgGEEBaiEYAkALIBhBAWohGAJACyAYQQFqIRgCQAsgGEEBaiEY' +
  'DAALCyAXQQFrIh9BACAfQQBKGyEfIANBAWsiIEEAICBBAEobISACQANAIBhBAWogF04NASAYISEgAiAhQQN0aiEiIBghIyAWICNB' +
  'A3RqISQgJCAi/QADAP0LAwACQAsgGEEBaiEYAkALIBhBAWohGAwACwsgGCAXSEUNAANAAkAgFiAYQQN0aiACIBhBA3RqKwMAOQMA' +
  'CyAYQQFqIRggGCAXSA0ACwsgFiElIBchJiAEIScgJyEpIClBAkEBEAEhKEEAISoCQCAqIClBB2tIBEAgKiErICggK0ECdGohKwNA' +
  'AkAgKyAEQQFrICprNgIACyAqQQFqISoCQCArIARBAWsgKms2AgQLICpBAWohKgJAICsgBEEBayAqazYCCAsgKkEBaiEqAkAgKyAE' +
  'QQFrICprNgIMCyAqQQFqISoCQCArIARBAWsgKms2AhALICpBAWohKgJAICsgBEEBayAqazYCFAsgKkEBaiEqAkAgKyAEQQFrICpr' +
  'NgIYCyAqQQFqISoCQCArIARBAWsgKms2AhwLICpBAWohKiArQSBqISsgKiApQQdrSA0ACwsgKiApSEUNAANAAkAgKCAqQQJ0aiAE' +
  'QQFrICprNgIACyAqQQFqISogKiApSA0ACwsgKCEsICkhLUEAIS4CQCAuIARIRQ0AA0ACQCAuQQFqIS8CQCAvIARIRQ0AIC63IAS3' +
  'oiAut6AhMAJAAkAgMEQAAAAAAACgwWZFDQAgMEQAAAAAAACgQWVFDQAMAQsACyAw/AJBAGohMQJAAkAgBBpBAUUNACAxIBVIRQ0A' +
  'DAELAAsCQAJAIAQaQQFFDQAgBEEBayAmSEUNAAwBCwALAkACQCAEGkEBRQ0AIC4gJkhFDQAMAQsACwNAAkAgL6wgBKx+IC6sfCIz' +
  'IBWtWgRAAAsgM6chMiAUIDJBA3RqKwMAIBQgMUEDdGorAwCjITQgLiE1AkAgNSAESEUNACAvtyAEt6IhNgJAAkAgNkQAAAAAAACg' +
  'wWZFDQAgNkQAAAAAAACgQWVFDQAMAQsACyA2/AJBAGohNyAutyAEt6IhOAJAAkAgOEQAAAAAAACgwWZFDQAgOEQAAAAAAACgQWVF' +
  'DQAMAQsACyA4/AJBAGohOQJAAkAgBBpBAUUNACA3IARBAWtqIBVIRQ0ADAELAAsCQAJAIAQaQQFFDQAgOSAEQQFraiAVSEUNAAwB' +
  'CwALIBVBB2siOkEAIDpBAEobIToCQANAIDVBB2ogBE4NAUEAIDkgNWoiPCA6TwRAAAsgFCA8QQN0aiE9ID0gNyA1aiI+IDpPBEAA' +
  'CyAUID5BA3RqIT8gP2siO0E/akH/AEkgO0EAR3FyBEACQCA3IDVqIUAgFCBAQQN0aiA3IDVqIUEgFCBBQQN0aisDACA0IDkgNWoh' +
  'QiAUIEJBA3RqKwMAoqE5AwALIDVBAWohNQwBCyA3IDVqIUAgNyA1aiFDIBQgQ0EDdGohRCA0/RQhRSA5IDVqIUYgFCBGQQN0aiFH' +
  'IEQgRP0AAwAgRSBH/QADAP3yAf3xAf0LAwAgRCBE/QADECBFIEf9AAMQ/fIB/fEB/QsDECBEIET9AAMgIEUgR/0AAyD98gH98QH9' +
  'CwMgIEQgRP0AAzAgRSBH/QADMP3yAf3xAf0LAzACQAsgNUEBaiE1AkALIDVBAWohNQJACyA1QQFqITUCQAsgNUEBaiE1AkALIDVB' +
  'AWohNQJACyA1QQFqITUCQAsgNUEBaiE1AkALIDVBAWohNQwACwsgFUEBayJIQQAgSEEAShshSAJAA0AgNUEBaiAETg0BQQAgOSA1' +
  'aiJKIEhPBEAACyAUIEpBA3RqIUsgSyA3IDVqIkwgSE8EQAALIBQgTEEDdGohTSBNayJJQQ9qQR9JIElBAEdxcgRAAkAgNyA1aiFA' +
  'IBQgQEEDdGogNyA1aiFOIBQgTkEDdGorAwAgNCA5IDVqIU8gFCBPQQN0aisDAKKhOQMACyA1QQFqITUMAQsgNyA1aiFAIDcgNWoh' +
  'UCAUIFBBA3RqIVEgNP0UIVIgOSA1aiFTIBQgU0EDdGohVCBRIFH9AAMAIFIgVP0AAwD98gH98QH9CwMAAkALIDVBAWohNQJACyA1' +
  'QQFqITUMAAsLIDUgBEhFDQADQAJAIDcgNWohQCAUIEBBA3RqIDcgNWohVSAUIFVBA3RqKwMAIDQgOSA1aiFWIBQgVkEDdGorAwCi' +
  'oTkDAAsgNUEBaiE1IDUgBEgNAAsLICUgL0EDdGogJSAvQQN0aisDACA0ICUgLkEDdGorAwCioTkDAAsgL0EBaiEvIC8gBEgNAAsL' +
  'CyAuQQFqIS4gLiAESA0ACwsgJiFYIFhBA0EBEAEhV0EAIVkCQCBZIFhIRQ0AIFhBAWsgJkgEQAUACyBYQQdrIlpBACBaQQBKGyFa' +
  'ICZBB2siW0EAIFtBAEobIVsCQANAIFlBB2ogWE4NAUEAIFkiXSBbTwRAAAsgJSBdQQN0aiFeIF4gWSJfIFpPBEAACyBXIF9BA3Rq' +
  'IWAgYGsiXEE/akH/AEkgXEEAR3FyBEACQCBXIFlBA3RqICUgWUEDdGorAwA5AwALIFlBAWohWQwBCyBZIWEgJSBhQQN0aiFiIFkh' +
  'YyBXIGNBA3RqIWQgZCBi/QADAP0LAwAgZCBi/QADEP0LAxAgZCBi/QADIP0LAyAgZCBi/QADMP0LAzACQAsgWUEBaiFZAkALIFlB' +
  'AWohWQJACyBZQQFqIVkCQAsgWUEBaiFZAkALIFlBAWohWQJACyBZQQFqIVkCQAsgWUEBaiFZAkALIFlBAWohWQwACwsgWEEBayJl' +
  'QQAgZUEAShshZSAmQQFrImZBACBmQQBKGyFmAkADQCBZQQFqIFhODQFBACBZImggZk8EQAALICUgaEEDdGohaSBpIFkiaiBlTwRA' +
  'AAsgVyBqQQN0aiFrIGtrImdBD2pBH0kgZ0EAR3FyBEACQCBXIFlBA3RqICUgWUEDdGorAwA5AwALIFlBAWohWQwBCyBZIWwgJSBs' +
  'QQN0aiFtIFkhbiBXIG5BA3RqIW8gbyBt/QADAP0LAwACQAsgWUEBaiFZAkALIFlBAWohWQwACwsgWSBYSEUNAANAAkAgVyBZQQN0' +
  'aiAlIFlBA3RqKwMAOQMACyBZQQFqIVkgWSBYSA0ACwsgVyElIFghJkEAIXACQCBwIARIRQ0AA0ACQCAmIXIgciBzSwRAIHIic0ED' +
  'QQAQASFxCyBxQQAgckEDdPwLAEEAIXQCQCB0IHJIRQ0AIHJBAWsgJkgEQAUACyB0IHJBB2tIBEAgdCF1ICUgdUEDdGohdQNAAkAg' +
  'dCF2IHUrAwAhdyB2IHJPBEAACyBxIHZBA3RqIHc5AwALIHRBAWohdAJAIHQheCB1KwMIIXkgeCByTwRAAAsgcSB4QQN0aiB5OQMA' +
  'CyB0QQFqIXQCQCB0IXogdSsDECF7IHogck8EQAALIHEgekEDdGogezkDAAsgdEEBaiF0AkAgdCF8IHUrAxghfSB8IHJPBEAACyBx' +
  'IHxBA3RqIH05AwALIHRBAWohdAJAIHQhfiB1KwMgIX8gfiByTwRAAAsgcSB+QQN0aiB/OQMACyB0QQFqIXQCQCB0IYABIHUrAygh' +
  'gQEggAEgck8EQAALIHEggAFBA3RqIIEBOQMACyB0QQFqIXQCQCB0IYIBIHUrAzAhgwEgggEgck8EQAALIHEgggFBA3RqIIMBOQMA' +
  'CyB0QQFqIXQCQCB0IYQBIHUrAzghhQEghAEgck8EQAALIHEghAFBA3RqIIUBOQMACyB0QQFqIXQgdUHAAGohdSB0IHJBB2tIDQAL' +
  'CyB0IHJIRQ0AA0ACQCB0IYYBICUgdEEDdGorAwAhhwEghgEgck8EQAALIHEghgFBA3RqIIcBOQMACyB0QQFqIXQgdCBySA0ACwtB' +
  'ACGIAQJAIIgBIARIRQ0AIHAgck8EQAALIHEgcEEDdGorAwBE/Knx0k1iUD+iIYkBAkACQCAEGkEBRQ0AIARBAWsgLUhFDQAMAQsA' +
  'CyCIASAEQQdrSARAIIgBIYoBICwgigFBAnRqIYoBA0ACQCCKASgCALcgBLeiIHC3oCGLASCLASKNAfwDIo4BuCCNAWIEQAALII4B' +
  'IYwBIIwBIBVPBEAACyAUIIwBQQN0aiCKASgCAKwgBKx+IHCsfCKQASAVrVoEQAALIJABpyGPASAUII8BQQN0aisDACCJAaA5AwAL' +
  'IIgBQQFqIYgBAkAgigEoAgS3IAS3oiBwt6AhiwEgiwEikgH8AyKTAbggkgFiBEAACyCTASGRASCRASAVTwRAAAsgFCCRAUEDdGog' +
  'igEoAgSsIASsfiBwrHwilQEgFa1aBEAACyCVAachlAEgFCCUAUEDdGorAwAgiQGgOQMACyCIAUEBaiGIAQJAIIoBKAIItyAEt6Ig' +
  'cLegIYsBIIsBIpcB/AMimAG4IJcBYgRAAAsgmAEhlgEglgEgFU8EQAALIBQglgFBA3RqIIoBKAIIrCAErH4gcKx8IpoBIBWtWgRA' +
  'AAsgmgGnIZkBIBQgmQFBA3RqKwMAIIkBoDkDAAsgiAFBAWohiAECQCCKASgCDLcgBLeiIHC3oCGLASCLASKcAfwDIp0BuCCcAWIE' +
  'QAALIJ0BIZsBIJsBIBVPBEAACyAUIJsBQQN0aiCKASgCDKwgBKx+IHCsfCKfASAVrVoEQAALIJ8BpyGeASAUIJ4BQQN0aisDACCJ' +
  'AaA5AwALIIgBQQFqIYgBAkAgigEoAhC3IAS3oiBwt6AhiwEgiwEioQH8AyKiAbggoQFiBEAACyCiASGgASCgASAVTwRAAAsgFCCg' +
  'AUEDdGogigEoAhCsIASsfiBwrHwipAEgFa1aBEAACyCkAachowEgFCCjAUEDdGorAwAgiQGgOQMACyCIAUEBaiGIAQJAIIoBKAIU' +
  'tyAEt6IgcLegIYsBIIsBIqYB/AMipwG4IKYBYgRAAAsgpwEhpQEgpQEgFU8EQAALIBQgpQFBA3RqIIoBKAIUrCAErH4gcKx8IqkB' +
  'IBWtWgRAAAsgqQGnIagBIBQgqAFBA3RqKwMAIIkBoDkDAAsgiAFBAWohiAECQCCKASgCGLcgBLeiIHC3oCGLASCLASKrAfwDIqwB' +
  'uCCrAWIEQAALIKwBIaoBIKoBIBVPBEAACyAUIKoBQQN0aiCKASgCGKwgBKx+IHCsfCKuASAVrVoEQAALIK4BpyGtASAUIK0BQQN0' +
  'aisDACCJAaA5AwALIIgBQQFqIYgBAkAgigEoAhy3IAS3oiBwt6AhiwEgiwEisAH8AyKxAbggsAFiBEAACyCxASGvASCvASAVTwRA' +
  'AAsgFCCvAUEDdGogigEoAhysIASsfiBwrHwiswEgFa1aBEAACyCzAachsgEgFCCyAUEDdGorAwAgiQGgOQMACyCIAUEBaiGIASCK' +
  'AUEgaiGKASCIASAEQQdrSA0ACwsgiAEgBEhFDQADQAJAICwgiAFBAnRqKAIAtyAEt6IgcLegIYsBIIsBIrUB/AMitgG4ILUBYgRA' +
  'AAsgtgEhtAEgtAEgFU8EQAALIBQgtAFBA3RqICwgiAFBAnRqKAIArCAErH4gcKx8IrgBIBWtWgRAAAsguAGnIbcBIBQgtwFBA3Rq' +
  'KwMAIIkBoDkDAAsgiAFBAWohiAEgiAEgBEgNAAsLCyBwQQFqIXAgcCAESA0ACwsgFA8AC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoi' +
  'AyAAIAF0akEHakF4cSIEQYCAgIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYC' +
  'ACACBEAgA0EAIAAgAXT8CwALIAMLBgBBCCQACw==';

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
