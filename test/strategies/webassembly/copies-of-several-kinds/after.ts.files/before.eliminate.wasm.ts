// eliminateKernel: eliminate of before.ts as a WebAssembly module of 5430 bytes, made by Speedlens. The source is eliminate itself,
// which also does what the kernel cannot. When eliminate changes, take away this file and what before.ts says of eliminateKernel, and make them anew:
//   speedlens bench before.ts#eliminate --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABFANgBX9/f39/AX9gA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0' +
  'ZQABBXJlc2V0AAIK3SkD3ChtF38BfAF/AXwBfwF8AX8BfAF/AXwBfwF8AX8BfAF/AXwBfwF8CX8BfAJ/AX4BfAF/AXwBfwF8DH8B' +
  'ewx/AXsFfwF8B38BfAF/AXwBfwF8AX8BfAF/AXwBfwF8AX8BfAF/AXwBfwF8B38BfAF/AXwBfwF8AX8BfAF/AXwBfwF8AX8BfAF/' +
  'AXwBfwF8AX8BfAF/AXwBfwF8An8BfgF/AXwCfwF+AX8BfAJ/AX4BfwF8An8BfgF/AXwCfwF+AX8BfAJ/AX4BfwF8An8BfgF/AXwC' +
  'fwF+AX8BfAJ/AX4gASEGIAZBA0EBEAEhBUEAIQcCQCAHIAZIRQ0AIAZBAWsgAUgEQAUACyAGQQdrIghBACAIQQBKGyEIIAFBB2si' +
  'CUEAIAlBAEobIQkCQANAIAdBB2ogBk4NASAHIQogACAKQQN0aiELIAchDCAFIAxBA3RqIQ0gDSAL/QADAP0LAwAgDSAL/QADEP0L' +
  'AxAgDSAL/QADIP0LAyAgDSAL/QADMP0LAzACQAsgB0EBaiEHAkALIAdBAWohBwJACyAHQQFqIQcCQAsgB0EBaiEHAkALIAdBAWoh' +
  'BwJACyAHQQFqIQcCQAsgB0EBaiEHAkALIAdBAWohBwwACwsgBkEBayIOQQAgDkEAShshDiABQQFrIg9BACAPQQBKGyEPAkADQCAH' +
  'QQFqIAZODQEgByEQIAAgEEEDdGohESAHIRIgBSASQQN0aiETIBMgEf0AAwD9CwMAAkALIAdBAWohBwJACyAHQQFqIQcMAAsLIAcg' +
  'BkhFDQADQAJAIAUgB0EDdGogACAHQQN0aisDADkDAAsgB0EBaiEHIAcgBkgNAAsLIAUhFCAGIRUgAyEXIBcgGEsEQCAXIhhBA0EA' +
  'EAEhFgsgFkEAIBdBA3T8CwBBACEZAkAgGSAXSEUNACAXQQFrIANIBEAFAAsgGSAXQQdrSARAIBkhGiACIBpBA3RqIRoDQAJAIBkh' +
  'GyAaKwMAIRwgGyAXTwRAAAsgFiAbQQN0aiAcOQMACyAZQQFqIRkCQCAZIR0gGisDCCEeIB0gF08EQAALIBYgHUEDdGogHjkDAAsg' +
  'GUEBaiEZAkAgGSEfIBorAxAhICAfIBdPBEAACyAWIB9BA3RqICA5AwALIBlBAWohGQJAIBkhISAaKwMYISIgISAXTwRAAAsgFiAh' +
  'QQN0aiAiOQMACyAZQQFqIRkCQCAZISMgGisDICEkICMgF08EQAALIBYgI0EDdGogJDkDAAsgGUEBaiEZAkAgGSElIBorAyghJiAl' +
  'IBdPBEAACyAWICVBA3RqICY5AwALIBlBAWohGQJAIBkhJyAaKwMwISggJyAXTwRAAAsgFiAnQQN0aiAoOQMACyAZQQFqIRkCQCAZ' +
  'ISkgGisDOCEqICkgF08EQAALIBYgKUEDdGogKjkDAAsgGUEBaiEZIBpBwABqIRogGSAXQQdrSA0ACwsgGSAXSEUNAANAAkAgGSEr' +
  'IAIgGUEDdGorAwAhLCArIBdPBEAACyAWICtBA3RqICw5AwALIBlBAWohGSAZIBdIDQALCyAEIS0gLSEvIC9BAkEBEAEhLkEAITAC' +
  'QCAwIC9BB2tIBEAgMCExIC4gMUECdGohMQNAAkAgMSAEQQFrIDBrNgIACyAwQQFqITACQCAxIARBAWsgMGs2AgQLIDBBAWohMAJA' +
  'IDEgBEEBayAwazYCCAsgMEEBaiEwAkAgMSAEQQFrIDBrNgIMCyAwQQFqITACQCAxIARBAWsgMGs2AhALIDBBAWohMAJAIDEgBEEB' +
  'ayAwazYCFAsgMEEBaiEwAkAgMSAEQQFrIDBrNgIYCyAwQQFqITACQCAxIARBAWsgMGs2AhwLIDBBAWohMCAxQSBqITEgMCAvQQdr' +
  'SA0ACwsgMCAvSEUNAANAAkAgLiAwQQJ0aiAEQQFrIDBrNgIACyAwQQFqITAgMCAvSA0ACwsgLiEyIC8hM0EAITQCQCA0IARIRQ0A' +
  'A0ACQCA0QQFqITUCQCA1IARIRQ0AIDS3IAS3oiA0t6AhNgJAAkAgNkQAAAAAAACgwWZFDQAgNkQAAAAAAACgQWVFDQAMAQsACyA2' +
  '/AJBAGohNwJAAkAgBBpBAUUNACA3IBVIRQ0ADAELAAsDQAJAIDWsIASsfiA0rHwiOSAVrVoEQAALIDmnITggFCA4QQN0aisDACAU' +
  'IDdBA3RqKwMAoyE6IDQhOwJAIDsgBEhFDQAgNbcgBLeiITwCQAJAIDxEAAAAAAAAoMFmRQ0AIDxEAAAAAAAAoEFlRQ0ADAELAAsg' +
  'PPwCQQBqIT0gNLcgBLeiIT4CQAJAID5EAAAAAAAAoMFmRQ0AID5EAAAAAAAAoEFlRQ0ADAELAAsgPvwCQQBqIT8CQAJAIAQaQQFF' +
  'DQAgPSAEQQFraiAVSEUNAAwBCwALAkACQCAEGkEBRQ0AID8gBEEBa2ogFUhFDQAMAQsACyAVQQdrIkBBACBAQQBKGyFAAkADQCA7' +
  'QQdqIARODQFBACA/IDtqIkIgQE8EQAALIBQgQkEDdGohQyBDID0gO2oiRCBATwRAAAsgFCBEQQN0aiFFIEVrIkFBP2pB/wBJIEFB' +
  'AEdxcgRAAkAgPSA7aiFGIBQgRkEDdGogPSA7aiFHIBQgR0EDdGorAwAgOiA/IDtqIUggFCBIQQN0aisDAKKhOQMACyA7QQFqITsM' +
  'AQsgPSA7aiFGID0gO2ohSSAUIElBA3RqIUogOv0UIUsgPyA7aiFMIBQgTEEDdGohTSBKIEr9AAMAIEsgTf0AAwD98gH98QH9CwMA' +
  'IEogSv0AAxAgSyBN/QADEP3yAf3xAf0LAxAgSiBK/QADICBLIE39AAMg/fIB/fEB/QsDICBKIEr9AAMwIEsgTf0AAzD98gH98QH9' +
  'CwMwAkALIDtBAWohOwJACyA7QQFqITsCQAsgO0EBaiE7AkALIDtBAWohOwJACyA7QQFqITsCQAsgO0EBaiE7AkALIDtBAWohOwJA' +
  'CyA7QQFqITsMAAsLIBVBAWsiTkEAIE5BAEobIU4CQANAIDtBAWogBE4NAUEAID8gO2oiUCBOTwRAAAsgFCBQQQN0aiFRIFEgPSA7' +
  'aiJSIE5PBEAACyAUIFJBA3RqIVMgU2siT0EPakEfSSBPQQBHcXIEQAJAID0gO2ohRiAUIEZBA3RqID0gO2ohVCAUIFRBA3RqKwMA' +
  'IDogPyA7aiFVIBQgVUEDdGorAwCioTkDAAsgO0EBaiE7DAELID0gO2ohRiA9IDtqIVYgFCBWQQN0aiFXIDr9FCFYID8gO2ohWSAU' +
  'IFlBA3RqIVogVyBX/QADACBYIFr9AAMA/fIB/fEB/QsDAAJACyA7QQFqITsCQAsgO0EBaiE7DAALCyA7IARIRQ0AA0ACQCA9IDtq' +
  'IUYgFCBGQQN0aiA9IDtqIVsgFCBbQQN0aisDACA6ID8gO2ohXCAUIFxBA3RqKwMAoqE5AwALIDtBAWohOyA7IARIDQALCyA1IV0g' +
  'NSAXTwRAAAsgFiA1QQN0aisDACA6IDQgF08EQAALIBYgNEEDdGorAwCioSFeIF0gF08EQCBdIBdHBEAACyAXIBhGBEAgGEEBdEEQ' +
  'aiEYIBYhXyAYQQNBABABIhYgXyAXQQN0/AoAAAsgF0EBaiEXCyAWIF1BA3RqIF45AwALIDVBAWohNSA1IARIDQALCwsgNEEBaiE0' +
  'IDQgBEgNAAsLIBchYSBhIGJLBEAgYSJiQQNBABABIWALIGBBACBhQQN0/AsAQQAhYwJAIGMgYUhFDQAgYUEBayAXSARABQALIGMg' +
  'YUEHa0gEQCBjIWQgFiBkQQN0aiFkA0ACQCBjIWUgZCsDACFmIGUgYU8EQAALIGAgZUEDdGogZjkDAAsgY0EBaiFjAkAgYyFnIGQr' +
  'AwghaCBnIGFPBEAACyBgIGdBA3RqIGg5AwALIGNBAWohYwJAIGMhaSBkKwMQIWogaSBhTwRAAAsgYCBpQQN0aiBqOQMACyBjQQFq' +
  'IWMCQCBjIWsgZCsDGCFsIGsgYU8EQAALIGAga0EDdGogbDkDAAsgY0EBaiFjAkAgYyFtIGQrAyAhbiBtIGFPBEAACyBgIG1BA3Rq' +
  'IG45AwALIGNBAWohYwJAIGMhbyBkKwMoIXAgbyBhTwRAAAsgYCBvQQN0aiBwOQMACyBjQQFqIWMCQCBjIXEgZCsDMCFyIHEgYU8E' +
  'QAALIGAgcUEDdGogcjkDAAsgY0EBaiFjAkAgYyFzIGQrAzghdCBzIGFPBEAACyBgIHNBA3RqIHQ5AwALIGNBAWohYyBkQcAAaiFk' +
  'IGMgYUEHa0gNAAsLIGMgYUhFDQADQAJAIGMhdSAWIGNBA3RqKwMAIXYgdSBhTwRAAAsgYCB1QQN0aiB2OQMACyBjQQFqIWMgYyBh' +
  'SA0ACwsgFiAYIGAhFiBiIRghYiFgIGEhF0EAIXcCQCB3IARIRQ0AA0ACQCAXIXkgeSB6SwRAIHkiekEDQQAQASF4CyB4QQAgeUED' +
  'dPwLAEEAIXsCQCB7IHlIRQ0AIHlBAWsgF0gEQAUACyB7IHlBB2tIBEAgeyF8IBYgfEEDdGohfANAAkAgeyF9IHwrAwAhfiB9IHlP' +
  'BEAACyB4IH1BA3RqIH45AwALIHtBAWohewJAIHshfyB8KwMIIYABIH8geU8EQAALIHggf0EDdGoggAE5AwALIHtBAWohewJAIHsh' +
  'gQEgfCsDECGCASCBASB5TwRAAAsgeCCBAUEDdGogggE5AwALIHtBAWohewJAIHshgwEgfCsDGCGEASCDASB5TwRAAAsgeCCDAUED' +
  'dGoghAE5AwALIHtBAWohewJAIHshhQEgfCsDICGGASCFASB5TwRAAAsgeCCFAUEDdGoghgE5AwALIHtBAWohewJAIHshhwEgfCsD' +
  'KCGIASCHASB5TwRAAAsgeCCHAUEDdGogiAE5AwALIHtBAWohewJAIHshiQEgfCsDMCGKASCJASB5TwRAAAsgeCCJAUEDdGogigE5' +
  'AwALIHtBAWohewJAIHshiwEgfCsDOCGMASCLASB5TwRAAAsgeCCLAUEDdGogjAE5AwALIHtBAWoheyB8QcAAaiF8IHsgeUEHa0gN' +
  'AAsLIHsgeUhFDQADQAJAIHshjQEgFiB7QQN0aisDACGOASCNASB5TwRAAAsgeCCNAUEDdGogjgE5AwALIHtBAWoheyB7IHlIDQAL' +
  'C0EAIY8BAkAgjwEgBEhFDQAgdyB5TwRAAAsgeCB3QQN0aisDAET8qfHSTWJQP6IhkAECQAJAIAQaQQFFDQAgBEEBayAzSEUNAAwB' +
  'CwALII8BIARBB2tIBEAgjwEhkQEgMiCRAUECdGohkQEDQAJAIJEBKAIAtyAEt6Igd7egIZIBIJIBIpQB/AMilQG4IJQBYgRAAAsg' +
  'lQEhkwEgkwEgFU8EQAALIBQgkwFBA3RqIJEBKAIArCAErH4gd6x8IpcBIBWtWgRAAAsglwGnIZYBIBQglgFBA3RqKwMAIJABoDkD' +
  'AAsgjwFBAWohjwECQCCRASgCBLcgBLeiIHe3oCGSASCSASKZAfwDIpoBuCCZAWIEQAALIJoBIZgBIJgBIBVPBEAACyAUIJgBQQN0' +
  'aiCRASgCBKwgBKx+IHesfCKcASAVrVoEQAALIJwBpyGbASAUIJsBQQN0aisDACCQAaA5AwALII8BQQFqIY8BAkAgkQEoAgi3IAS3' +
  'oiB3t6AhkgEgkgEingH8AyKfAbggngFiBEAACyCfASGdASCdASAVTwRAAAsgFCCdAUEDdGogkQEoAgisIASsfiB3rHwioQEgFa1a' +
  'BEAACyChAachoAEgFCCgAUEDdGorAwAgkAGgOQMACyCPAUEBaiGPAQJAIJEBKAIMtyAEt6Igd7egIZIBIJIBIqMB/AMipAG4IKMB' +
  'YgRAAAsgpAEhogEgogEgFU8EQAALIBQgogFBA3RqIJEBKAIMrCAErH4gd6x8IqYBIBWtWgRAAAsgpgGnIaUBIBQgpQFBA3RqKwMA' +
  'IJABoDkDAAsgjwFBAWohjwECQCCRASgCELcgBLeiIHe3oCGSASCSASKoAfwDIqkBuCCoAWIEQAALIKkBIacBIKcBIBVPBEAACyAU' +
  'IKcBQQN0aiCRASgCEKwgBKx+IHesfCKrASAVrVoEQAALIKsBpyGqASAUIKoBQQN0aisDACCQAaA5AwALII8BQQFqIY8BAkAgkQEo' +
  'AhS3IAS3oiB3t6AhkgEgkgEirQH8AyKuAbggrQFiBEAACyCuASGsASCsASAVTwRAAAsgFCCsAUEDdGogkQEoAhSsIASsfiB3rHwi' +
  'sAEgFa1aBEAACyCwAachrwEgFCCvAUEDdGorAwAgkAGgOQMACyCPAUEBaiGPAQJAIJEBKAIYtyAEt6Igd7egIZIBIJIBIrIB/AMi' +
  'swG4ILIBYgRAAAsgswEhsQEgsQEgFU8EQAALIBQgsQFBA3RqIJEBKAIYrCAErH4gd6x8IrUBIBWtWgRAAAsgtQGnIbQBIBQgtAFB' +
  'A3RqKwMAIJABoDkDAAsgjwFBAWohjwECQCCRASgCHLcgBLeiIHe3oCGSASCSASK3AfwDIrgBuCC3AWIEQAALILgBIbYBILYBIBVP' +
  'BEAACyAUILYBQQN0aiCRASgCHKwgBKx+IHesfCK6ASAVrVoEQAALILoBpyG5ASAUILkBQQN0aisDACCQAaA5AwALII8BQQFqIY8B' +
  'IJEBQSBqIZEBII8BIARBB2tIDQALCyCPASAESEUNAANAAkAgMiCPAUECdGooAgC3IAS3oiB3t6AhkgEgkgEivAH8AyK9AbggvAFi' +
  'BEAACyC9ASG7ASC7ASAVTwRAAAsgFCC7AUEDdGogMiCPAUECdGooAgCsIASsfiB3rHwivwEgFa1aBEAACyC/AachvgEgFCC+AUED' +
  'dGorAwAgkAGgOQMACyCPAUEBaiGPASCPASAESA0ACwsLIHdBAWohdyB3IARIDQALCyAUDwALdgECfyAAQYCAgMAASwRAAAsjAEEI' +
  'aiIDIAAgAXRqQQdqQXhxIgRBgICAgARLBEAACyAEPwBBEHRLBEAgBD8AQRB0a0H//wNqQRB2QABBf0YEQAALCyAEJAAgA0EIayAA' +
  'NgIAIAIEQCADQQAgACABdPwLAAsgAwsGAEEIJAAL';

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
  if (kernel === undefined || (a as object | undefined)?.constructor !== Array || b?.constructor !== Float64Array || !isInteger(n)) return undefined;
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
