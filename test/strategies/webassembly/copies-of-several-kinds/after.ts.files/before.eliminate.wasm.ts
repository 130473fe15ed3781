// eliminateKernel: eliminate of before.ts as a WebAssembly module of 3342 bytes, made by Speedlens. The source is eliminate itself,
// which also does what the kernel cannot. When eliminate changes, make this file anew:
//   speedlens bench before.ts#eliminate --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABFANgBX9/f39/AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0' +
  'ZQABBXJlc2V0AAIKtRkDtBgVKn8BfAJ/AX4BfAF/AXwBfwF8DH8Bew5/AXslfwF8AX8CfAF/AXwCfwF+IAEhBiAGQQNBARABIQVB' +
  'ACEHAkAgByAGSEUNACAGQQFrIAZIBEAFAAsgBkEBayABSARABQALIAZBA2siCEEAIAhBAEobIQggAUEDayIJQQAgCUEAShshCQJA' +
  'A0AgB0EDaiAGTg0BIAciCiAJTwRAAAsgACAKQQN0aiELIAciDCAITwRAAAsgBSAMQQN0aiENIA0gC/0AAwD9CwMAIA0gC/0AAxD9' +
  'CwMQAkALIAdBAWohBwJACyAHQQFqIQcCQAsgB0EBaiEHAkALIAdBAWohBwwACwsgBkEBayIOQQAgDkEAShshDiABQQFrIg9BACAP' +
  'QQBKGyEPAkADQCAHQQFqIAZODQEgByIQIA9PBEAACyAAIBBBA3RqIREgByISIA5PBEAACyAFIBJBA3RqIRMgEyAR/QADAP0LAwAC' +
  'QAsgB0EBaiEHAkALIAdBAWohBwwACwsgByAGSEUNAANAAkAgBSAHQQN0aiAAIAdBA3RqKwMAOQMACyAHQQFqIQcgByAGSA0ACwsg' +
  'BSEUIAYhFSADIRcgF0EDQQEQASEWQQAhGAJAIBggF0hFDQAgF0EBayAXSARABQALIBdBAWsgA0gEQAUACyAXQQNrIhlBACAZQQBK' +
  'GyEZIANBA2siGkEAIBpBAEobIRoCQANAIBhBA2ogF04NASAYIhsgGk8EQAALIAIgG0EDdGohHCAYIh0gGU8EQAALIBYgHUEDdGoh' +
  'HiAeIBz9AAMA/QsDACAeIBz9AAMQ/QsDEAJACyAYQQFqIRgCQAsgGEEBaiEYAkALIBhBAWohGAJACyAYQQFqIRgMAAsLIBdBAWsi' +
  'H0EAIB9BAEobIR8gA0EBayIgQQAgIEEAShshIAJAA0AgGEEBaiAXTg0BIBgiISAgTwRAAAsgAiAhQQN0aiEiIBgiIyAfTwRAAAsg' +
  'FiAjQQN0aiEkICQgIv0AAwD9CwMAAkALIBhBAWohGAJACyAYQQFqIRgMAAsLIBggF0hFDQADQAJAIBYgGEEDdGogAiAYQQN0aisD' +
  'ADkDAAsgGEEBaiEYIBggF0gNAAsLIBYhJSAXISYgBCEnICchKSApQQJBARABIShBACEqAkAgKiApSEUNACApQQFrIClIBEAFAAsD' +
  'QAJAICggKkECdGogBEEBayAqazYCAAsgKkEBaiEqICogKUgNAAsLICghKyApISxBACEtAkAgLSAESEUNAANAAkAgLUEBaiEuAkAg' +
  'LiAESEUNACAttyAEt6IgLbegIS8CQAJAIC9EAAAAAAAAoMFmRQ0AIC9EAAAAAAAAoEFlRQ0ADAELAAsgL/wCQQBqITACQAJAIAQa' +
  'QQFFDQAgBEEBayAmSEUNAAwBCwALA0ACQCAurCAErH4gLax8IjIgFa1aBEAACyAypyExIBQgMUEDdGorAwAgMCAVTwRAAAsgFCAw' +
  'QQN0aisDAKMhMyAtITQCQCA0IARIRQ0AIC63IAS3oiE1AkACQCA1RAAAAAAAAKDBZkUNACA1RAAAAAAAAKBBZUUNAAwBCwALIDX8' +
  'AkEAaiE2IC23IAS3oiE3AkACQCA3RAAAAAAAAKDBZkUNACA3RAAAAAAAAKBBZUUNAAwBCwALIDf8AkEAaiE4AkACQCAEGkEBRQ0A' +
  'IDYgBEEBa2ogFUhFDQAMAQsACwJAAkAgBBpBAUUNACA4IARBAWtqIBVIRQ0ADAELAAsgFUEDayI5QQAgOUEAShshOQJAA0AgNEED' +
  'aiAETg0BQQAgOCA0aiI7IDlPBEAACyAUIDtBA3RqITwgPCA2IDRqIj0gOU8EQAALIBQgPUEDdGohPiA+ayI6QR9qQT9JIDpBAEdx' +
  'cgRAAkAgNiA0aiE/IBQgP0EDdGogNiA0aiFAIBQgQEEDdGorAwAgMyA4IDRqIUEgFCBBQQN0aisDAKKhOQMACyA0QQFqITQMAQsg' +
  'NiA0aiE/IDYgNGoiQiA5TwRAAAsgFCBCQQN0aiFDIDP9FCFEIDggNGoiRSA5TwRAAAsgFCBFQQN0aiFGIDYgNGoiRyA5TwRAAAsg' +
  'FCBHQQN0aiFIIEggQ/0AAwAgRCBG/QADAP3yAf3xAf0LAwAgSCBD/QADECBEIEb9AAMQ/fIB/fEB/QsDEAJACyA0QQFqITQCQAsg' +
  'NEEBaiE0AkALIDRBAWohNAJACyA0QQFqITQMAAsLIBVBAWsiSUEAIElBAEobIUkCQANAIDRBAWogBE4NAUEAIDggNGoiSyBJTwRA' +
  'AAsgFCBLQQN0aiFMIEwgNiA0aiJNIElPBEAACyAUIE1BA3RqIU4gTmsiSkEPakEfSSBKQQBHcXIEQAJAIDYgNGohPyAUID9BA3Rq' +
  'IDYgNGohTyAUIE9BA3RqKwMAIDMgOCA0aiFQIBQgUEEDdGorAwCioTkDAAsgNEEBaiE0DAELIDYgNGohPyA2IDRqIlEgSU8EQAAL' +
  'IBQgUUEDdGohUiAz/RQhUyA4IDRqIlQgSU8EQAALIBQgVEEDdGohVSA2IDRqIlYgSU8EQAALIBQgVkEDdGohVyBXIFL9AAMAIFMg' +
  'Vf0AAwD98gH98QH9CwMAAkALIDRBAWohNAJACyA0QQFqITQMAAsLIDQgBEhFDQADQAJAIDYgNGohPyAUID9BA3RqIDYgNGohWCAU' +
  'IFhBA3RqKwMAIDMgOCA0aiFZIBQgWUEDdGorAwCioTkDAAsgNEEBaiE0IDQgBEgNAAsLICUgLkEDdGogJSAuQQN0aisDACAzIC0g' +
  'Jk8EQAALICUgLUEDdGorAwCioTkDAAsgLkEBaiEuIC4gBEgNAAsLCyAtQQFqIS0gLSAESA0ACwsgJiFbIFtBA0EBEAEhWkEAIVwC' +
  'QCBcIFtIRQ0AIFtBAWsgW0gEQAUACyBbQQFrICZIBEAFAAsgW0EDayJdQQAgXUEAShshXSAmQQNrIl5BACBeQQBKGyFeAkADQCBc' +
  'QQNqIFtODQFBACBcImAgXk8EQAALICUgYEEDdGohYSBhIFwiYiBdTwRAAAsgWiBiQQN0aiFjIGNrIl9BH2pBP0kgX0EAR3FyBEAC' +
  'QCBaIFxBA3RqICUgXEEDdGorAwA5AwALIFxBAWohXAwBCyBcImQgXk8EQAALICUgZEEDdGohZSBcImYgXU8EQAALIFogZkEDdGoh' +
  'ZyBnIGX9AAMA/QsDACBnIGX9AAMQ/QsDEAJACyBcQQFqIVwCQAsgXEEBaiFcAkALIFxBAWohXAJACyBcQQFqIVwMAAsLIFtBAWsi' +
  'aEEAIGhBAEobIWggJkEBayJpQQAgaUEAShshaQJAA0AgXEEBaiBbTg0BQQAgXCJrIGlPBEAACyAlIGtBA3RqIWwgbCBcIm0gaE8E' +
  'QAALIFogbUEDdGohbiBuayJqQQ9qQR9JIGpBAEdxcgRAAkAgWiBcQQN0aiAlIFxBA3RqKwMAOQMACyBcQQFqIVwMAQsgXCJvIGlP' +
  'BEAACyAlIG9BA3RqIXAgXCJxIGhPBEAACyBaIHFBA3RqIXIgciBw/QADAP0LAwACQAsgXEEBaiFcAkALIFxBAWohXAwACwsgXCBb' +
  'SEUNAANAAkAgWiBcQQN0aiAlIFxBA3RqKwMAOQMACyBcQQFqIVwgXCBbSA0ACwsgWiElIFshJkEAIXMCQCBzIARIRQ0AA0ACQCAm' +
  'IXUgdSB2SwRAIHUidkEDQQAQASF0CyB0QQAgdUEDdPwLAEEAIXcCQCB3IHVIRQ0AIHVBAWsgdUgEQAUACyB1QQFrICZIBEAFAAsD' +
  'QAJAIHcheCAlIHdBA3RqKwMAIXkgeCB1TwRAAAsgdCB4QQN0aiB5OQMACyB3QQFqIXcgdyB1SA0ACwtBACF6AkAgeiAESEUNACBz' +
  'IHVPBEAACyB0IHNBA3RqKwMARPyp8dJNYlA/oiF7AkACQCAEGkEBRQ0AIARBAWsgLEhFDQAMAQsACwNAAkAgKyB6QQJ0aigCALcg' +
  'BLeiIHO3oCF8IHwifvwDIn+4IH5iBEAACyB/IX0gfSAVTwRAAAsgFCB9QQN0aiArIHpBAnRqKAIArCAErH4gc6x8IoEBIBWtWgRA' +
  'AAsggQGnIYABIBQggAFBA3RqKwMAIHugOQMACyB6QQFqIXogeiAESA0ACwsLIHNBAWohcyBzIARIDQALCyAUDwALdgECfyAAQYCA' +
  'gMAASwRAAAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRBgICAgARLBEAACyAEPwBBEHRLBEAgBD8AQRB0a0H//wNqQRB2QABBf0YEQAAL' +
  'CyAEJAAgA0EIayAANgIAIAIEQCADQQAgACABdPwLAAsgAwsGAEEIJAAL';

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
