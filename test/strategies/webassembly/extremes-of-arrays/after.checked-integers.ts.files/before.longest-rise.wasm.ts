// longestRiseKernel: longestRise of before.ts as a WebAssembly module of 2123 bytes, made by Speedlens. The source is longestRise itself,
// which also does what the kernel cannot. When longestRise changes, take away this file and what before.ts says of longestRiseKernel, and make them anew:
//   speedlens bench before.ts#longestRise --strategies webassembly/checked-integers --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABEQNgAn9/AXxgA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxvY2F0ZQAB' +
  'BXJlc2V0AAIK9Q8D9A4JCH8BfAJ/AXwCfwF8HH8BfAJ/IwAhAiABIQNBASEEIAMhBiAGQQJBARABIQUgBCEHIAUiCCAGQQJ0aiEJ' +
  'AkADQCAIIAlPDQEgCCAHNgIAIAhBBGohCAwACwsgAUGAgAFMBEAFAAtEAAAAAAAA8H8hCkEAIQsCQCALIAFBB2tIBEAgCyEMIAAg' +
  'DEEDdGohDANAAkAgCiAMKwMApCEKCyALQQFqIQsCQCAKIAwrAwikIQoLIAtBAWohCwJAIAogDCsDEKQhCgsgC0EBaiELAkAgCiAM' +
  'KwMYpCEKCyALQQFqIQsCQCAKIAwrAyCkIQoLIAtBAWohCwJAIAogDCsDKKQhCgsgC0EBaiELAkAgCiAMKwMwpCEKCyALQQFqIQsC' +
  'QCAKIAwrAzikIQoLIAtBAWohCyAMQcAAaiEMIAsgAUEHa0gNAAsLIAsgAUhFDQADQAJAIAogACALQQN0aisDAKQhCgsgC0EBaiEL' +
  'IAsgAUgNAAsLIAohDSANRAAAAAAAAPC/YQRAIAG3IAIkAA8LQQEhDgJAIA4gAUhFDQADQAJAQQAhDwJAIA8gDkhFDQAgACAOQQN0' +
  'aisDACEQAkACQCAOGkEBRQ0AIA5BAWsgAUhFDQAMAQsACyAPIA5BB2tIBEAgDyERIAAgEUEDdGohEQNAAkAgESsDACAQYwRAIA4g' +
  'Bk8EQAALIAUgDkECdGogDiAGTwRAAAsgBSAOQQJ0aigCACESIA8gBk8EQAALIAUgD0ECdGooAgBBAWohEyASIBMgEiATShsiFEGA' +
  'lOvcA0oEQAALIBQ2AgALCyAPQQFqIQ8CQCARKwMIIBBjBEAgDiAGTwRAAAsgBSAOQQJ0aiAOIAZPBEAACyAFIA5BAnRqKAIAIRUg' +
  'DyAGTwRAAAsgBSAPQQJ0aigCAEEBaiEWIBUgFiAVIBZKGyIXQYCU69wDSgRAAAsgFzYCAAsLIA9BAWohDwJAIBErAxAgEGMEQCAO' +
  'IAZPBEAACyAFIA5BAnRqIA4gBk8EQAALIAUgDkECdGooAgAhGCAPIAZPBEAACyAFIA9BAnRqKAIAQQFqIRkgGCAZIBggGUobIhpB' +
  'gJTr3ANKBEAACyAaNgIACwsgD0EBaiEPAkAgESsDGCAQYwRAIA4gBk8EQAALIAUgDkECdGogDiAGTwRAAAsgBSAOQQJ0aigCACEb' +
  'IA8gBk8EQAALIAUgD0ECdGooAgBBAWohHCAbIBwgGyAcShsiHUGAlOvcA0oEQAALIB02AgALCyAPQQFqIQ8CQCARKwMgIBBjBEAg' +
  'DiAGTwRAAAsgBSAOQQJ0aiAOIAZPBEAACyAFIA5BAnRqKAIAIR4gDyAGTwRAAAsgBSAPQQJ0aigCAEEBaiEfIB4gHyAeIB9KGyIg' +
  'QYCU69wDSgRAAAsgIDYCAAsLIA9BAWohDwJAIBErAyggEGMEQCAOIAZPBEAACyAFIA5BAnRqIA4gBk8EQAALIAUgDkECdGooAgAh' +
  'ISAPIAZPBEAACyAFIA9BAnRqKAIAQQFqISIgISAiICEgIkobIiNBgJTr3ANKBEAACyAjNgIACwsgD0EBaiEPAkAgESsDMCAQYwRA' +
  'IA4gBk8EQAALIAUgDkECdGogDiAGTwRAAAsgBSAOQQJ0aigCACEkIA8gBk8EQAALIAUgD0ECdGooAgBBAWohJSAkICUgJCAlShsi' +
  'JkGAlOvcA0oEQAALICY2AgALCyAPQQFqIQ8CQCARKwM4IBBjBEAgDiAGTwRAAAsgBSAOQQJ0aiAOIAZPBEAACyAFIA5BAnRqKAIA' +
  'IScgDyAGTwRAAAsgBSAPQQJ0aigCAEEBaiEoICcgKCAnIChKGyIpQYCU69wDSgRAAAsgKTYCAAsLIA9BAWohDyARQcAAaiERIA8g' +
  'DkEHa0gNAAsLIA8gDkhFDQADQAJAIAAgD0EDdGorAwAgEGMEQCAOIAZPBEAACyAFIA5BAnRqIA4gBk8EQAALIAUgDkECdGooAgAh' +
  'KiAPIAZPBEAACyAFIA9BAnRqKAIAQQFqISsgKiArICogK0obIixBgJTr3ANKBEAACyAsNgIACwsgD0EBaiEPIA8gDkgNAAsLCyAO' +
  'QQFqIQ4gDiABSA0ACwsgDUQAAAAAAAAAAGQEQCAGQYCAAUwEQAUAC0QAAAAAAADw/yEtQQAhLgJAIC4gBkEHa0gEQCAuIS8gBSAv' +
  'QQJ0aiEvA0ACQCAtIC8oAgC3pSEtCyAuQQFqIS4CQCAtIC8oAgS3pSEtCyAuQQFqIS4CQCAtIC8oAgi3pSEtCyAuQQFqIS4CQCAt' +
  'IC8oAgy3pSEtCyAuQQFqIS4CQCAtIC8oAhC3pSEtCyAuQQFqIS4CQCAtIC8oAhS3pSEtCyAuQQFqIS4CQCAtIC8oAhi3pSEtCyAu' +
  'QQFqIS4CQCAtIC8oAhy3pSEtCyAuQQFqIS4gL0EgaiEvIC4gBkEHa0gNAAsLIC4gBkhFDQADQAJAIC0gBSAuQQJ0aigCALelIS0L' +
  'IC5BAWohLiAuIAZIDQALCyAtIAIkAA8LRAAAAAAAAPA/IA2jIAIkAA8gAiQAAAt2AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACAB' +
  'dGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZAAEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRA' +
  'IANBACAAIAF0/AsACyADCwYAQQgkAAs=';

interface Kernel {
  run(numbers: number, numbersLength: number): number;
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

/** The result, or undefined when the original has to compute it; nothing has been changed then. */
export function longestRiseKernel(numbers: readonly number[]): number | undefined {
  if (kernel === undefined || !Array.isArray(numbers)) return undefined;
  try {
    kernel.reset();
    const numbersAddress = kernel.allocate(numbers.length, 3, 0);
    const numbersView = new Float64Array(kernel.memory.buffer, numbersAddress, numbers.length);
    for (let index = 0; index < numbers.length; index++) {
      const value: unknown = numbers[index];
      if (typeof value !== 'number') return undefined;
      numbersView[index] = value;
    }
    return kernel.run(numbersAddress, numbers.length);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
