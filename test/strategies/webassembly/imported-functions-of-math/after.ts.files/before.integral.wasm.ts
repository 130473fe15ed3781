// integralKernel: integral of before.ts as a WebAssembly module of 987 bytes, made by Speedlens. The source is integral itself,
// which also does what the kernel cannot. When integral changes, make this file anew:
//   speedlens bench before.ts#integral --strategies webassembly --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABEwNgAXwBfGACfHwBfGADf3x8AXwCIwQBbQNzaW4AAAFtA2V4cAAAAW0DcG93AAEBbQVoeXBvdAABAwIBAgcHAQNy' +
  'dW4ABAqJBwGGBwUCfAF/BnsBfAV7IAIgAaEgALejIQNEAAAAAAAAAAAhBEEAIQUCQAJAA0AgBUEDaiAATg0BIAH9FCEGIAW3/RRE' +
  'AAAAAAAAAAD9FEQAAAAAAADwP/0iAf3wASEHRAAAAAAAAOA//RQhCCAD/RQhCSAGIAcgCP3wASAJ/fIB/fABIQogBiAHRAAAAAAA' +
  'AABA/RT98AEgCP3wASAJ/fIB/fABIQsgCv0hACEMAkAgBCAMEAAgDJoQAaIgDEQAAAAAAAD4PxACoCAMRAAAAAAAAABAEAKgIAxE' +
  'AAAAAAAA8D8QA6AgDLa7oCAMn6AgA6KgIQQLIAVBAWohBSAK/SEBIQwCQCAEIAwQACAMmhABoiAMRAAAAAAAAPg/EAKgIAxEAAAA' +
  'AAAAAEAQAqAgDEQAAAAAAADwPxADoCAMtrugIAyfoCADoqAhBAsgBUEBaiEFIAv9IQAhDAJAIAQgDBAAIAyaEAGiIAxEAAAAAAAA' +
  '+D8QAqAgDEQAAAAAAAAAQBACoCAMRAAAAAAAAPA/EAOgIAy2u6AgDJ+gIAOioCEECyAFQQFqIQUgC/0hASEMAkAgBCAMEAAgDJoQ' +
  'AaIgDEQAAAAAAAD4PxACoCAMRAAAAAAAAABAEAKgIAxEAAAAAAAA8D8QA6AgDLa7oCAMn6AgA6KgIQQLIAVBAWohBQwACwsCQANA' +
  'IAVBAWogAE4NASAB/RQhDSAFt/0URAAAAAAAAAAA/RREAAAAAAAA8D/9IgH98AEhDkQAAAAAAADgP/0UIQ8gA/0UIRAgDSAOIA/9' +
  '8AEgEP3yAf3wASERIBH9IQAhDAJAIAQgDBAAIAyaEAGiIAxEAAAAAAAA+D8QAqAgDEQAAAAAAAAAQBACoCAMRAAAAAAAAPA/EAOg' +
  'IAy2u6AgDJ+gIAOioCEECyAFQQFqIQUgEf0hASEMAkAgBCAMEAAgDJoQAaIgDEQAAAAAAAD4PxACoCAMRAAAAAAAAABAEAKgIAxE' +
  'AAAAAAAA8D8QA6AgDLa7oCAMn6AgA6KgIQQLIAVBAWohBQwACwsgBSAASEUNAANAAkAgASAFt0QAAAAAAADgP6AgA6KgIQwgBCAM' +
  'EAAgDJoQAaIgDEQAAAAAAAD4PxACoCAMRAAAAAAAAABAEAKgIAxEAAAAAAAA8D8QA6AgDLa7oCAMn6AgA6KgIQQLIAVBAWohBSAF' +
  'IABIDQALCyAEDwAL';

interface Kernel {
  run(steps: number, from: number, to: number): number;
}

const kernel = load();

function load(): Kernel | undefined {
  try {
    const module = new WebAssembly.Module(Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)));
    const instance = new WebAssembly.Instance(module, { m: { sin: Math.sin, exp: Math.exp, pow: Math.pow, hypot: Math.hypot } });
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
export function integralKernel(steps: number, from: number, to: number): number | undefined {
  if (kernel === undefined || !isInteger(steps) || typeof from !== 'number' || typeof to !== 'number') return undefined;
  return kernel.run(steps, from, to);
}
