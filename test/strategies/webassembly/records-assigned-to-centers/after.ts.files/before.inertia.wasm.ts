// inertiaKernel: inertia of before.ts as a WebAssembly module of 1758 bytes, made by Speedlens. The source is inertia itself,
// which also does what the kernel cannot. When inertia changes, take away this file and what before.ts says of inertiaKernel, and make them anew:
//   speedlens bench before.ts#inertia --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABGwNgDH9/f39/f39/f39/fwF8YAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAI' +
  'YWxsb2NhdGUAAQVyZXNldAACCv4MA/0LKwJ8AX8BfAF/AnwCfwF7An8BewJ/DHsBfAF/AXwCfwF8An8BfAJ/AXwCfwF8An8BfAJ/' +
  'AXwCfwF8A38BewJ/AXsCfwN7AX8BfAJ/AXwBfwJ8AX8BfAF/RAAAAAAAAAAAIQxEAAAAAAAAAAAhDUEAIQ4CQCAOIABIRQ0AA0AC' +
  'QEQAAAAAAADwfyEPQQAhEAJAIBAgBUhFDQAgDiACTwRAAAsgASAOQQN0aisDACERIA4gBE8EQAALIAMgDkEDdGorAwAhEgJAAkAg' +
  'BRpBAUUNACAFQQFrIAdIRQ0ADAELAAsCQAJAIAUaQQFFDQAgBUEBayAJSEUNAAwBCwALIAdBB2siE0EAIBNBAEobIRMgCUEHayIU' +
  'QQAgFEEAShshFAJAA0AgEEEHaiAFTg0BIBH9FCEVIBAhFiAGIBZBA3RqIRcgEv0UIRggECEZIAggGUEDdGohGiAVIBf9AAMA/fEB' +
  'IhsgG/3yASAYIBr9AAMA/fEBIhwgHP3yAf3wASEdIBUgF/0AAxD98QEiISAh/fIBIBggGv0AAxD98QEiIiAi/fIB/fABIR4gFSAX' +
  '/QADIP3xASIjICP98gEgGCAa/QADIP3xASIkICT98gH98AEhHyAVIBf9AAMw/fEBIiUgJf3yASAYIBr9AAMw/fEBIiYgJv3yAf3w' +
  'ASEgIB39IQAhJwJAICcgD2MEQCAnIQ8gDSIp/AMiKrggKWIEQAALICohKCAoIAtPBEAACyAKIChBA3RqIBC3OQMACwsgEEEBaiEQ' +
  'IB39IQEhJwJAICcgD2MEQCAnIQ8gDSIs/AMiLbggLGIEQAALIC0hKyArIAtPBEAACyAKICtBA3RqIBC3OQMACwsgEEEBaiEQIB79' +
  'IQAhJwJAICcgD2MEQCAnIQ8gDSIv/AMiMLggL2IEQAALIDAhLiAuIAtPBEAACyAKIC5BA3RqIBC3OQMACwsgEEEBaiEQIB79IQEh' +
  'JwJAICcgD2MEQCAnIQ8gDSIy/AMiM7ggMmIEQAALIDMhMSAxIAtPBEAACyAKIDFBA3RqIBC3OQMACwsgEEEBaiEQIB/9IQAhJwJA' +
  'ICcgD2MEQCAnIQ8gDSI1/AMiNrggNWIEQAALIDYhNCA0IAtPBEAACyAKIDRBA3RqIBC3OQMACwsgEEEBaiEQIB/9IQEhJwJAICcg' +
  'D2MEQCAnIQ8gDSI4/AMiObggOGIEQAALIDkhNyA3IAtPBEAACyAKIDdBA3RqIBC3OQMACwsgEEEBaiEQICD9IQAhJwJAICcgD2ME' +
  'QCAnIQ8gDSI7/AMiPLggO2IEQAALIDwhOiA6IAtPBEAACyAKIDpBA3RqIBC3OQMACwsgEEEBaiEQICD9IQEhJwJAICcgD2MEQCAn' +
  'IQ8gDSI+/AMiP7ggPmIEQAALID8hPSA9IAtPBEAACyAKID1BA3RqIBC3OQMACwsgEEEBaiEQDAALCyAHQQFrIkBBACBAQQBKGyFA' +
  'IAlBAWsiQUEAIEFBAEobIUECQANAIBBBAWogBU4NASAR/RQhQiAQIUMgBiBDQQN0aiFEIBL9FCFFIBAhRiAIIEZBA3RqIUcgQiBE' +
  '/QADAP3xASJIIEj98gEgRSBH/QADAP3xASJJIEn98gH98AEhSiBK/SEAIScCQCAnIA9jBEAgJyEPIA0iTPwDIk24IExiBEAACyBN' +
  'IUsgSyALTwRAAAsgCiBLQQN0aiAQtzkDAAsLIBBBAWohECBK/SEBIScCQCAnIA9jBEAgJyEPIA0iT/wDIlC4IE9iBEAACyBQIU4g' +
  'TiALTwRAAAsgCiBOQQN0aiAQtzkDAAsLIBBBAWohEAwACwsgECAFSEUNAANAAkAgESAGIBBBA3RqKwMAoSJRIFGiIBIgCCAQQQN0' +
  'aisDAKEiUiBSoqAhJyAnIA9jBEAgJyEPIA0iVPwDIlW4IFRiBEAACyBVIVMgUyALTwRAAAsgCiBTQQN0aiAQtzkDAAsLIBBBAWoh' +
  'ECAQIAVIDQALCyAMIA+gIQwgDUQAAAAAAADwP6AhDQsgDkEBaiEOIA4gAEgNAAsLIAwgALejDwALdgECfyAAQYCAgMAASwRAAAsj' +
  'AEEIaiIDIAAgAXRqQQdqQXhxIgRBgICAgARLBEAACyAEPwBBEHRLBEAgBD8AQRB0a0H//wNqQRB2QABBf0YEQAALCyAEJAAgA0EI' +
  'ayAANgIAIAIEQCADQQAgACABdPwLAAsgAwsGAEEIJAAL';

interface Kernel {
  run(samplesLength: number, samplesX: number, samplesXLength: number, samplesClass: number, samplesClassLength: number, centersLength: number, centersX: number, centersXLength: number, centersClass: number, centersClassLength: number, index: number, indexLength: number): number;
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
export function inertiaKernel(samples: readonly { readonly x: number; readonly class: number }[], centers: readonly { readonly x: number; readonly class: number }[], index: number[]): number | undefined {
  if (kernel === undefined || !Array.isArray(samples) || !Array.isArray(centers) || !Array.isArray(index)) return undefined;
  if (Object.isFrozen(index)) return undefined;
  try {
    kernel.reset();
    const samplesXAddress = kernel.allocate(samples.length, 3, 0);
    const samplesXView = new Float64Array(kernel.memory.buffer, samplesXAddress, samples.length);
    const samplesClassAddress = kernel.allocate(samples.length, 3, 0);
    const samplesClassView = new Float64Array(kernel.memory.buffer, samplesClassAddress, samples.length);
    for (let index2 = 0; index2 < samples.length; index2++) {
      const record = samples[index2] as { readonly x: unknown; readonly class: unknown };
      const x = record.x;
      if (typeof x !== 'number') return undefined;
      samplesXView[index2] = x;
      const classValue = record.class;
      if (typeof classValue !== 'number') return undefined;
      samplesClassView[index2] = classValue;
    }
    const centersXAddress = kernel.allocate(centers.length, 3, 0);
    const centersXView = new Float64Array(kernel.memory.buffer, centersXAddress, centers.length);
    const centersClassAddress = kernel.allocate(centers.length, 3, 0);
    const centersClassView = new Float64Array(kernel.memory.buffer, centersClassAddress, centers.length);
    for (let index2 = 0; index2 < centers.length; index2++) {
      const record = centers[index2] as { readonly x: unknown; readonly class: unknown };
      const x = record.x;
      if (typeof x !== 'number') return undefined;
      centersXView[index2] = x;
      const classValue = record.class;
      if (typeof classValue !== 'number') return undefined;
      centersClassView[index2] = classValue;
    }
    const indexAddress = kernel.allocate(index.length, 3, 0);
    const indexView = new Float64Array(kernel.memory.buffer, indexAddress, index.length);
    for (let index2 = 0; index2 < index.length; index2++) {
      const value: unknown = index[index2];
      if (typeof value !== 'number') return undefined;
      indexView[index2] = value;
    }
    const result = kernel.run(samples.length, samplesXAddress, samples.length, samplesClassAddress, samples.length, centers.length, centersXAddress, centers.length, centersClassAddress, centers.length, indexAddress, index.length);
    const indexAfter = new Float64Array(kernel.memory.buffer, indexAddress, index.length);
    for (let index2 = 0; index2 < index.length; index2++) index[index2] = indexAfter[index2] as number;
    return result;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
