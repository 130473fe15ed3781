// blurKernel: blur of before.ts as a WebAssembly module of 2037 bytes, made by Speedlens. The source is blur itself,
// which also does what the kernel cannot. When blur changes, make this file anew:
//   speedlens bench before.ts#blur --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABEgNgBH9/f38AYAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAIYWxsb2NhdGUA' +
  'AQVyZXNldAACCp4PA50OJgR/AXwFfwV7BH8BfgV7AnwBfwF8An8BfAJ/AXwCfwF8An8BfAJ/AXwCfwF8An8BfAJ/AnsCfwF+AnsB' +
  'fwF8An8BfAJ/AX4BfwF8AX8jACEEIAEhBSAFIQcgB0EDQQEQASEGIAG3IAK3oyEIQQAhCQJAIAkgA0hFDQADQAJAQQAhCgJAIAog' +
  'AUhFDQADQAJAIAogB08EQAALIAYgCkEDdGogCiABTwRAAAsgACAKQQN0aisDADkDAAsgCkEBaiEKIAogAUgNAAsLQQEhCwJAIAu3' +
  'IAhEAAAAAAAA8D+hY0UNAANAAkBBASEMAkAgB0EHayINQQAgDUEAShshDQJAA0AgDEEHaiACQQFrTg0BRAAAAAAAAAAA/RQhDiAO' +
  'IQ8gDiEQIA4hESAOIRJBfyETAkAgE0EBTEUNAANAQX8hFAJAIBRBAUxFDQADQCALIBNqrCACrH4gDKx8IBSsfCIXIA2tWgRAAAsg' +
  'F6chFSAGIBVBA3RqIRYgDyAW/QADAP3wASEPIBAgFv0AAxD98AEhECARIBb9AAMg/fABIREgEiAW/QADMP3wASESIBRBAWohFCAU' +
  'QQFMDQALCyATQQFqIRMgE0EBTA0ACwsgC7cgAreiIAy3oP0URAAAAAAAAAAA/RREAAAAAAAA8D/9IgH98AEhGCAYIRkgGEQAAAAA' +
  'AAAAQP0U/fABIRogGEQAAAAAAAAQQP0U/fABIRsgGEQAAAAAAAAYQP0U/fABIRwgD/0hACEdIBn9IQAhHgJAIB4iIPwDIiG4ICBi' +
  'BEAACyAhIR8gHyABTwRAAAsgACAfQQN0aiAdRAAAAAAAACJAozkDAAsgDEEBaiEMIA/9IQEhHSAZ/SEBIR4CQCAeIiP8AyIkuCAj' +
  'YgRAAAsgJCEiICIgAU8EQAALIAAgIkEDdGogHUQAAAAAAAAiQKM5AwALIAxBAWohDCAQ/SEAIR0gGv0hACEeAkAgHiIm/AMiJ7gg' +
  'JmIEQAALICchJSAlIAFPBEAACyAAICVBA3RqIB1EAAAAAAAAIkCjOQMACyAMQQFqIQwgEP0hASEdIBr9IQEhHgJAIB4iKfwDIiq4' +
  'ICliBEAACyAqISggKCABTwRAAAsgACAoQQN0aiAdRAAAAAAAACJAozkDAAsgDEEBaiEMIBH9IQAhHSAb/SEAIR4CQCAeIiz8AyIt' +
  'uCAsYgRAAAsgLSErICsgAU8EQAALIAAgK0EDdGogHUQAAAAAAAAiQKM5AwALIAxBAWohDCAR/SEBIR0gG/0hASEeAkAgHiIv/AMi' +
  'MLggL2IEQAALIDAhLiAuIAFPBEAACyAAIC5BA3RqIB1EAAAAAAAAIkCjOQMACyAMQQFqIQwgEv0hACEdIBz9IQAhHgJAIB4iMvwD' +
  'IjO4IDJiBEAACyAzITEgMSABTwRAAAsgACAxQQN0aiAdRAAAAAAAACJAozkDAAsgDEEBaiEMIBL9IQEhHSAc/SEBIR4CQCAeIjX8' +
  'AyI2uCA1YgRAAAsgNiE0IDQgAU8EQAALIAAgNEEDdGogHUQAAAAAAAAiQKM5AwALIAxBAWohDAwACwsgB0EBayI3QQAgN0EAShsh' +
  'NwJAA0AgDEEBaiACQQFrTg0BRAAAAAAAAAAA/RQhOCA4ITlBfyETAkAgE0EBTEUNAANAQX8hFAJAIBRBAUxFDQADQCALIBNqrCAC' +
  'rH4gDKx8IBSsfCI8IDetWgRAAAsgPKchOiAGIDpBA3RqITsgOSA7/QADAP3wASE5IBRBAWohFCAUQQFMDQALCyATQQFqIRMgE0EB' +
  'TA0ACwsgC7cgAreiIAy3oP0URAAAAAAAAAAA/RREAAAAAAAA8D/9IgH98AEhPSA9IT4gOf0hACEdID79IQAhHgJAIB4iQPwDIkG4' +
  'IEBiBEAACyBBIT8gPyABTwRAAAsgACA/QQN0aiAdRAAAAAAAACJAozkDAAsgDEEBaiEMIDn9IQEhHSA+/SEBIR4CQCAeIkP8AyJE' +
  'uCBDYgRAAAsgRCFCIEIgAU8EQAALIAAgQkEDdGogHUQAAAAAAAAiQKM5AwALIAxBAWohDAwACwsgDCACQQFrSEUNAANAAkBEAAAA' +
  'AAAAAAAhHUF/IRMCQCATQQFMRQ0AA0ACQEF/IRQCQCAUQQFMRQ0AA0ACQCAdIAsgE2qsIAKsfiAMrHwgFKx8IkYgB61aBEAACyBG' +
  'pyFFIAYgRUEDdGorAwCgIR0LIBRBAWohFCAUQQFMDQALCwsgE0EBaiETIBNBAUwNAAsLIAu3IAK3oiAMt6AhHiAeIkj8AyJJuCBI' +
  'YgRAAAsgSSFHIEcgAU8EQAALIAAgR0EDdGogHUQAAAAAAAAiQKM5AwALIAxBAWohDCAMIAJBAWtIDQALCwsgC0EBaiELIAu3IAhE' +
  'AAAAAAAA8D+hYw0ACwsLIAlBAWohCSAJIANIDQALCyAEJAALdgECfyAAQYCAgMAASwRAAAsjAEEIaiIDIAAgAXRqQQdqQXhxIgRB' +
  'gICAgARLBEAACyAEPwBBEHRLBEAgBD8AQRB0a0H//wNqQRB2QABBf0YEQAALCyAEJAAgA0EIayAANgIAIAIEQCADQQAgACABdPwL' +
  'AAsgAwsGAEEIJAAL';

interface Kernel {
  run(pixels: number, pixelsLength: number, width: number, rounds: number): void;
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

/** An integer from 1 to a billion: the kernel counts in 32 bits. */
function isPositive(value: unknown): value is number {
  return typeof value === 'number' && Object.is(value | 0, value) && value >= 1 && value <= 1e9;
}

/** An integer of at most a billion in size, and not -0: the kernel counts in 32 bits. */
function isInteger(value: unknown): value is number {
  return typeof value === 'number' && Object.is(value | 0, value) && value >= -1e9 && value <= 1e9;
}

/** Whether it has been done. If not, nothing has been changed, and the original has to do it. */
export function blurKernel(pixels: number[], width: number, rounds: number): boolean {
  if (kernel === undefined || !Array.isArray(pixels) || !isPositive(width) || !isInteger(rounds)) return false;
  if (Object.isFrozen(pixels)) return false;
  try {
    kernel.reset();
    const pixelsAddress = kernel.allocate(pixels.length, 3, 0);
    const pixelsView = new Float64Array(kernel.memory.buffer, pixelsAddress, pixels.length);
    for (let index = 0; index < pixels.length; index++) {
      const value: unknown = pixels[index];
      if (typeof value !== 'number') return false;
      pixelsView[index] = value;
    }
    kernel.run(pixelsAddress, pixels.length, width, rounds);
    const pixelsAfter = new Float64Array(kernel.memory.buffer, pixelsAddress, pixels.length);
    for (let index = 0; index < pixels.length; index++) pixels[index] = pixelsAfter[index] as number;
    return true;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return false;
  }
}
