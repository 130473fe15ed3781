// eliminateKernel: eliminate of before.ts as a WebAssembly module of 3431 bytes, made by Speedlens. The source is eliminate itself,
// which also does what the kernel cannot. When eliminate changes, take away this file and what before.ts says of eliminateKernel, and make them anew:
//   speedlens bench before.ts#eliminate --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABFANgBX9/f39/AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0' +
  'ZQABBXJlc2V0AAIKjhoDjRkVKn8BfAJ/AX4BfAF/AXwBfwF8DH8Bewx/AXsjfwF8AX8CfAF/AXwCfwF+IAEhBiAGQQNBARABIQVB' +
  'ACEHAkAgByAGSEUNACAGQQFrIAFIBEAFAAsgBkEHayIIQQAgCEEAShshCCABQQdrIglBACAJQQBKGyEJAkADQCAHQQdqIAZODQEg' +
  'ByEKIAAgCkEDdGohCyAHIQwgBSAMQQN0aiENIA0gC/0AAwD9CwMAIA0gC/0AAxD9CwMQIA0gC/0AAyD9CwMgIA0gC/0AAzD9CwMw' +
  'AkALIAdBAWohBwJACyAHQQFqIQcCQAsgB0EBaiEHAkALIAdBAWohBwJACyAHQQFqIQcCQAsgB0EBaiEHAkALIAdBAWohBwJACyAH' +
  'QQFqIQcMAAsLIAZBAWsiDkEAIA5BAEobIQ4gAUEBayIPQQAgD0EAShshDwJAA0AgB0EBaiAGTg0BIAchECAAIBBBA3RqIREgByES' +
  'IAUgEkEDdGohEyATIBH9AAMA/QsDAAJACyAHQQFqIQcCQAsgB0EBaiEHDAALCyAHIAZIRQ0AA0ACQCAFIAdBA3RqIAAgB0EDdGor' +
  'AwA5AwALIAdBAWohByAHIAZIDQALCyAFIRQgBiEVIAMhFyAXQQNBARABIRZBACEYAkAgGCAXSEUNACAXQQFrIANIBEAFAAsgF0EH' +
  'ayIZQQAgGUEAShshGSADQQdrIhpBACAaQQBKGyEaAkADQCAYQQdqIBdODQEgGCEbIAIgG0EDdGohHCAYIR0gFiAdQQN0aiEeIB4g' +
  'HP0AAwD9CwMAIB4gHP0AAxD9CwMQIB4gHP0AAyD9CwMgIB4gHP0AAzD9CwMwAkALIBhBAWohGAJACyAYQQFqIRgCQAsgGEEBaiEY' +
  'AkALIBhBAWohGAJACyAYQQFqIRgCQAsgGEEBaiEYAkALIBhBAWohGAJACyAYQQFqIRgMAAsLIBdBAWsiH0EAIB9BAEobIR8gA0EB' +
  'ayIgQQAgIEEAShshIAJAA0AgGEEBaiAXTg0BIBghISACICFBA3RqISIgGCEjIBYgI0EDdGohJCAkICL9AAMA/QsDAAJACyAYQQFq' +
  'IRgCQAsgGEEBaiEYDAALCyAYIBdIRQ0AA0ACQCAWIBhBA3RqIAIgGEEDdGorAwA5AwALIBhBAWohGCAYIBdIDQALCyAWISUgFyEm' +
  'IAQhJyAnISkgKUECQQEQASEoQQAhKgJAICogKUhFDQADQAJAICggKkECdGogBEEBayAqazYCAAsgKkEBaiEqICogKUgNAAsLICgh' +
  'KyApISxBACEtAkAgLSAESEUNAANAAkAgLUEBaiEuAkAgLiAESEUNACAttyAEt6IgLbegIS8CQAJAIC9EAAAAAAAAoMFmRQ0AIC9E' +
  'AAAAAAAAoEFlRQ0ADAELAAsgL/wCQQBqITACQAJAIAQaQQFFDQAgMCAVSEUNAAwBCwALAkACQCAEGkEBRQ0AIARBAWsgJkhFDQAM' +
  'AQsACwJAAkAgBBpBAUUNACAtICZIRQ0ADAELAAsDQAJAIC6sIASsfiAtrHwiMiAVrVoEQAALIDKnITEgFCAxQQN0aisDACAUIDBB' +
  'A3RqKwMAoyEzIC0hNAJAIDQgBEhFDQAgLrcgBLeiITUCQAJAIDVEAAAAAAAAoMFmRQ0AIDVEAAAAAAAAoEFlRQ0ADAELAAsgNfwC' +
  'QQBqITYgLbcgBLeiITcCQAJAIDdEAAAAAAAAoMFmRQ0AIDdEAAAAAAAAoEFlRQ0ADAELAAsgN/wCQQBqITgCQAJAIAQaQQFFDQAg' +
  'NiAEQQFraiAVSEUNAAwBCwALAkACQCAEGkEBRQ0AIDggBEEBa2ogFUhFDQAMAQsACyAVQQdrIjlBACA5QQBKGyE5AkADQCA0QQdq' +
  'IARODQFBACA4IDRqIjsgOU8EQAALIBQgO0EDdGohPCA8IDYgNGoiPSA5TwRAAAsgFCA9QQN0aiE+ID5rIjpBP2pB/wBJIDpBAEdx' +
  'cgRAAkAgNiA0aiE/IBQgP0EDdGogNiA0aiFAIBQgQEEDdGorAwAgMyA4IDRqIUEgFCBBQQN0aisDAKKhOQMACyA0QQFqITQMAQsg' +
  'NiA0aiE/IDYgNGohQiAUIEJBA3RqIUMgM/0UIUQgOCA0aiFFIBQgRUEDdGohRiBDIEP9AAMAIEQgRv0AAwD98gH98QH9CwMAIEMg' +
  'Q/0AAxAgRCBG/QADEP3yAf3xAf0LAxAgQyBD/QADICBEIEb9AAMg/fIB/fEB/QsDICBDIEP9AAMwIEQgRv0AAzD98gH98QH9CwMw' +
  'AkALIDRBAWohNAJACyA0QQFqITQCQAsgNEEBaiE0AkALIDRBAWohNAJACyA0QQFqITQCQAsgNEEBaiE0AkALIDRBAWohNAJACyA0' +
  'QQFqITQMAAsLIBVBAWsiR0EAIEdBAEobIUcCQANAIDRBAWogBE4NAUEAIDggNGoiSSBHTwRAAAsgFCBJQQN0aiFKIEogNiA0aiJL' +
  'IEdPBEAACyAUIEtBA3RqIUwgTGsiSEEPakEfSSBIQQBHcXIEQAJAIDYgNGohPyAUID9BA3RqIDYgNGohTSAUIE1BA3RqKwMAIDMg' +
  'OCA0aiFOIBQgTkEDdGorAwCioTkDAAsgNEEBaiE0DAELIDYgNGohPyA2IDRqIU8gFCBPQQN0aiFQIDP9FCFRIDggNGohUiAUIFJB' +
  'A3RqIVMgUCBQ/QADACBRIFP9AAMA/fIB/fEB/QsDAAJACyA0QQFqITQCQAsgNEEBaiE0DAALCyA0IARIRQ0AA0ACQCA2IDRqIT8g' +
  'FCA/QQN0aiA2IDRqIVQgFCBUQQN0aisDACAzIDggNGohVSAUIFVBA3RqKwMAoqE5AwALIDRBAWohNCA0IARIDQALCyAlIC5BA3Rq' +
  'ICUgLkEDdGorAwAgMyAlIC1BA3RqKwMAoqE5AwALIC5BAWohLiAuIARIDQALCwsgLUEBaiEtIC0gBEgNAAsLICYhVyBXQQNBARAB' +
  'IVZBACFYAkAgWCBXSEUNACBXQQFrICZIBEAFAAsgV0EHayJZQQAgWUEAShshWSAmQQdrIlpBACBaQQBKGyFaAkADQCBYQQdqIFdO' +
  'DQFBACBYIlwgWk8EQAALICUgXEEDdGohXSBdIFgiXiBZTwRAAAsgViBeQQN0aiFfIF9rIltBP2pB/wBJIFtBAEdxcgRAAkAgViBY' +
  'QQN0aiAlIFhBA3RqKwMAOQMACyBYQQFqIVgMAQsgWCFgICUgYEEDdGohYSBYIWIgViBiQQN0aiFjIGMgYf0AAwD9CwMAIGMgYf0A' +
  'AxD9CwMQIGMgYf0AAyD9CwMgIGMgYf0AAzD9CwMwAkALIFhBAWohWAJACyBYQQFqIVgCQAsgWEEBaiFYAkALIFhBAWohWAJACyBY' +
  'QQFqIVgCQAsgWEEBaiFYAkALIFhBAWohWAJACyBYQQFqIVgMAAsLIFdBAWsiZEEAIGRBAEobIWQgJkEBayJlQQAgZUEAShshZQJA' +
  'A0AgWEEBaiBXTg0BQQAgWCJnIGVPBEAACyAlIGdBA3RqIWggaCBYImkgZE8EQAALIFYgaUEDdGohaiBqayJmQQ9qQR9JIGZBAEdx' +
  'cgRAAkAgViBYQQN0aiAlIFhBA3RqKwMAOQMACyBYQQFqIVgMAQsgWCFrICUga0EDdGohbCBYIW0gViBtQQN0aiFuIG4gbP0AAwD9' +
  'CwMAAkALIFhBAWohWAJACyBYQQFqIVgMAAsLIFggV0hFDQADQAJAIFYgWEEDdGogJSBYQQN0aisDADkDAAsgWEEBaiFYIFggV0gN' +
  'AAsLIFYhJSBXISZBACFvAkAgbyAESEUNAANAAkAgJiFxIHEgcksEQCBxInJBA0EAEAEhcAsgcEEAIHFBA3T8CwBBACFzAkAgcyBx' +
  'SEUNACBxQQFrICZIBEAFAAsDQAJAIHMhdCAlIHNBA3RqKwMAIXUgdCBxTwRAAAsgcCB0QQN0aiB1OQMACyBzQQFqIXMgcyBxSA0A' +
  'CwtBACF2AkAgdiAESEUNACBvIHFPBEAACyBwIG9BA3RqKwMARPyp8dJNYlA/oiF3AkACQCAEGkEBRQ0AIARBAWsgLEhFDQAMAQsA' +
  'CwNAAkAgKyB2QQJ0aigCALcgBLeiIG+3oCF4IHgievwDInu4IHpiBEAACyB7IXkgeSAVTwRAAAsgFCB5QQN0aiArIHZBAnRqKAIA' +
  'rCAErH4gb6x8In0gFa1aBEAACyB9pyF8IBQgfEEDdGorAwAgd6A5AwALIHZBAWohdiB2IARIDQALCwsgb0EBaiFvIG8gBEgNAAsL' +
  'IBQPAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//' +
  'A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

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
