// eliminateKernel: eliminate of before.ts as a WebAssembly module of 3374 bytes, made by Speedlens. The source is eliminate itself,
// which also does what the kernel cannot. When eliminate changes, make this file anew:
//   speedlens bench before.ts#eliminate --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABFANgBX9/f39/AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0' +
  'ZQABBXJlc2V0AAIK1RkD1BgVKn8BfAJ/AX4BfAF/AXwBfwF8DH8Bew5/AXslfwF8AX8CfAF/AXwCfwF+IAEhBiAGQQNBARABIQVB' +
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
  'QQFFDQAgMCAVSEUNAAwBCwALAkACQCAEGkEBRQ0AIARBAWsgJkhFDQAMAQsACwJAAkAgBBpBAUUNACAtICZIRQ0ADAELAAsDQAJA' +
  'IC6sIASsfiAtrHwiMiAVrVoEQAALIDKnITEgFCAxQQN0aisDACAUIDBBA3RqKwMAoyEzIC0hNAJAIDQgBEhFDQAgLrcgBLeiITUC' +
  'QAJAIDVEAAAAAAAAoMFmRQ0AIDVEAAAAAAAAoEFlRQ0ADAELAAsgNfwCQQBqITYgLbcgBLeiITcCQAJAIDdEAAAAAAAAoMFmRQ0A' +
  'IDdEAAAAAAAAoEFlRQ0ADAELAAsgN/wCQQBqITgCQAJAIAQaQQFFDQAgNiAEQQFraiAVSEUNAAwBCwALAkACQCAEGkEBRQ0AIDgg' +
  'BEEBa2ogFUhFDQAMAQsACyAVQQNrIjlBACA5QQBKGyE5AkADQCA0QQNqIARODQFBACA4IDRqIjsgOU8EQAALIBQgO0EDdGohPCA8' +
  'IDYgNGoiPSA5TwRAAAsgFCA9QQN0aiE+ID5rIjpBH2pBP0kgOkEAR3FyBEACQCA2IDRqIT8gFCA/QQN0aiA2IDRqIUAgFCBAQQN0' +
  'aisDACAzIDggNGohQSAUIEFBA3RqKwMAoqE5AwALIDRBAWohNAwBCyA2IDRqIT8gNiA0aiJCIDlPBEAACyAUIEJBA3RqIUMgM/0U' +
  'IUQgOCA0aiJFIDlPBEAACyAUIEVBA3RqIUYgNiA0aiJHIDlPBEAACyAUIEdBA3RqIUggSCBD/QADACBEIEb9AAMA/fIB/fEB/QsD' +
  'ACBIIEP9AAMQIEQgRv0AAxD98gH98QH9CwMQAkALIDRBAWohNAJACyA0QQFqITQCQAsgNEEBaiE0AkALIDRBAWohNAwACwsgFUEB' +
  'ayJJQQAgSUEAShshSQJAA0AgNEEBaiAETg0BQQAgOCA0aiJLIElPBEAACyAUIEtBA3RqIUwgTCA2IDRqIk0gSU8EQAALIBQgTUED' +
  'dGohTiBOayJKQQ9qQR9JIEpBAEdxcgRAAkAgNiA0aiE/IBQgP0EDdGogNiA0aiFPIBQgT0EDdGorAwAgMyA4IDRqIVAgFCBQQQN0' +
  'aisDAKKhOQMACyA0QQFqITQMAQsgNiA0aiE/IDYgNGoiUSBJTwRAAAsgFCBRQQN0aiFSIDP9FCFTIDggNGoiVCBJTwRAAAsgFCBU' +
  'QQN0aiFVIDYgNGoiViBJTwRAAAsgFCBWQQN0aiFXIFcgUv0AAwAgUyBV/QADAP3yAf3xAf0LAwACQAsgNEEBaiE0AkALIDRBAWoh' +
  'NAwACwsgNCAESEUNAANAAkAgNiA0aiE/IBQgP0EDdGogNiA0aiFYIBQgWEEDdGorAwAgMyA4IDRqIVkgFCBZQQN0aisDAKKhOQMA' +
  'CyA0QQFqITQgNCAESA0ACwsgJSAuQQN0aiAlIC5BA3RqKwMAIDMgJSAtQQN0aisDAKKhOQMACyAuQQFqIS4gLiAESA0ACwsLIC1B' +
  'AWohLSAtIARIDQALCyAmIVsgW0EDQQEQASFaQQAhXAJAIFwgW0hFDQAgW0EBayBbSARABQALIFtBAWsgJkgEQAUACyBbQQNrIl1B' +
  'ACBdQQBKGyFdICZBA2siXkEAIF5BAEobIV4CQANAIFxBA2ogW04NAUEAIFwiYCBeTwRAAAsgJSBgQQN0aiFhIGEgXCJiIF1PBEAA' +
  'CyBaIGJBA3RqIWMgY2siX0EfakE/SSBfQQBHcXIEQAJAIFogXEEDdGogJSBcQQN0aisDADkDAAsgXEEBaiFcDAELIFwiZCBeTwRA' +
  'AAsgJSBkQQN0aiFlIFwiZiBdTwRAAAsgWiBmQQN0aiFnIGcgZf0AAwD9CwMAIGcgZf0AAxD9CwMQAkALIFxBAWohXAJACyBcQQFq' +
  'IVwCQAsgXEEBaiFcAkALIFxBAWohXAwACwsgW0EBayJoQQAgaEEAShshaCAmQQFrImlBACBpQQBKGyFpAkADQCBcQQFqIFtODQFB' +
  'ACBcImsgaU8EQAALICUga0EDdGohbCBsIFwibSBoTwRAAAsgWiBtQQN0aiFuIG5rImpBD2pBH0kgakEAR3FyBEACQCBaIFxBA3Rq' +
  'ICUgXEEDdGorAwA5AwALIFxBAWohXAwBCyBcIm8gaU8EQAALICUgb0EDdGohcCBcInEgaE8EQAALIFogcUEDdGohciByIHD9AAMA' +
  '/QsDAAJACyBcQQFqIVwCQAsgXEEBaiFcDAALCyBcIFtIRQ0AA0ACQCBaIFxBA3RqICUgXEEDdGorAwA5AwALIFxBAWohXCBcIFtI' +
  'DQALCyBaISUgWyEmQQAhcwJAIHMgBEhFDQADQAJAICYhdSB1IHZLBEAgdSJ2QQNBABABIXQLIHRBACB1QQN0/AsAQQAhdwJAIHcg' +
  'dUhFDQAgdUEBayB1SARABQALIHVBAWsgJkgEQAUACwNAAkAgdyF4ICUgd0EDdGorAwAheSB4IHVPBEAACyB0IHhBA3RqIHk5AwAL' +
  'IHdBAWohdyB3IHVIDQALC0EAIXoCQCB6IARIRQ0AIHMgdU8EQAALIHQgc0EDdGorAwBE/Knx0k1iUD+iIXsCQAJAIAQaQQFFDQAg' +
  'BEEBayAsSEUNAAwBCwALA0ACQCArIHpBAnRqKAIAtyAEt6Igc7egIXwgfCJ+/AMif7ggfmIEQAALIH8hfSB9IBVPBEAACyAUIH1B' +
  'A3RqICsgekECdGooAgCsIASsfiBzrHwigQEgFa1aBEAACyCBAachgAEgFCCAAUEDdGorAwAge6A5AwALIHpBAWoheiB6IARIDQAL' +
  'Cwsgc0EBaiFzIHMgBEgNAAsLIBQPAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/' +
  'AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

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
