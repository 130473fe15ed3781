// inertiaKernel: inertia of before.ts as a WebAssembly module of 1400 bytes, made by Speedlens. The source is inertia itself,
// which also does what the kernel cannot. When inertia changes, make this file anew:
//   speedlens bench before.ts#inertia --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABGwNgDH9/f39/f39/f39/fwF8YAN/f38Bf2AAAAMEAwABAgUDAQABBgYBfwFBCAsHIwQDcnVuAAAGbWVtb3J5AgAI' +
  'YWxsb2NhdGUAAQVyZXNldAACCpgKA5cJIwJ8AX8BfAF/AnwCfwF7An8BewJ/BnsBfAF/AXwCfwF8An8BfAJ/AXwDfwF7An8BewJ/' +
  'A3sBfwF8An8BfAF/AnwBfwF8AX9EAAAAAAAAAAAhDEQAAAAAAAAAACENQQAhDgJAIA4gAEhFDQADQAJARAAAAAAAAPB/IQ9BACEQ' +
  'AkAgECAFSEUNACAOIAJPBEAACyABIA5BA3RqKwMAIREgDiAETwRAAAsgAyAOQQN0aisDACESAkACQCAFGkEBRQ0AIAVBAWsgB0hF' +
  'DQAMAQsACwJAAkAgBRpBAUUNACAFQQFrIAlIRQ0ADAELAAsgB0EDayITQQAgE0EAShshEyAJQQNrIhRBACAUQQBKGyEUAkADQCAQ' +
  'QQNqIAVODQEgEf0UIRUgECIWIBNPBEAACyAGIBZBA3RqIRcgEv0UIRggECIZIBRPBEAACyAIIBlBA3RqIRogFSAX/QADAP3xASIb' +
  'IBv98gEgGCAa/QADAP3xASIcIBz98gH98AEhHSAVIBf9AAMQ/fEBIh8gH/3yASAYIBr9AAMQ/fEBIiAgIP3yAf3wASEeIB39IQAh' +
  'IQJAICEgD2MEQCAhIQ8gDSIj/AMiJLggI2IEQAALICQhIiAiIAtPBEAACyAKICJBA3RqIBC3OQMACwsgEEEBaiEQIB39IQEhIQJA' +
  'ICEgD2MEQCAhIQ8gDSIm/AMiJ7ggJmIEQAALICchJSAlIAtPBEAACyAKICVBA3RqIBC3OQMACwsgEEEBaiEQIB79IQAhIQJAICEg' +
  'D2MEQCAhIQ8gDSIp/AMiKrggKWIEQAALICohKCAoIAtPBEAACyAKIChBA3RqIBC3OQMACwsgEEEBaiEQIB79IQEhIQJAICEgD2ME' +
  'QCAhIQ8gDSIs/AMiLbggLGIEQAALIC0hKyArIAtPBEAACyAKICtBA3RqIBC3OQMACwsgEEEBaiEQDAALCyAHQQFrIi5BACAuQQBK' +
  'GyEuIAlBAWsiL0EAIC9BAEobIS8CQANAIBBBAWogBU4NASAR/RQhMCAQIjEgLk8EQAALIAYgMUEDdGohMiAS/RQhMyAQIjQgL08E' +
  'QAALIAggNEEDdGohNSAwIDL9AAMA/fEBIjYgNv3yASAzIDX9AAMA/fEBIjcgN/3yAf3wASE4IDj9IQAhIQJAICEgD2MEQCAhIQ8g' +
  'DSI6/AMiO7ggOmIEQAALIDshOSA5IAtPBEAACyAKIDlBA3RqIBC3OQMACwsgEEEBaiEQIDj9IQEhIQJAICEgD2MEQCAhIQ8gDSI9' +
  '/AMiPrggPWIEQAALID4hPCA8IAtPBEAACyAKIDxBA3RqIBC3OQMACwsgEEEBaiEQDAALCyAQIAVIRQ0AA0ACQCARIAYgEEEDdGor' +
  'AwChIj8gP6IgEiAIIBBBA3RqKwMAoSJAIECioCEhICEgD2MEQCAhIQ8gDSJC/AMiQ7ggQmIEQAALIEMhQSBBIAtPBEAACyAKIEFB' +
  'A3RqIBC3OQMACwsgEEEBaiEQIBAgBUgNAAsLIAwgD6AhDCANRAAAAAAAAPA/oCENCyAOQQFqIQ4gDiAASA0ACwsgDCAAt6MPAAt2' +
  'AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZA' +
  'AEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

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
