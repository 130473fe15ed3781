// nearestKernel: nearest of before.js as a WebAssembly module of 1325 bytes, made by Speedlens. The source is nearest itself,
// which also does what the kernel cannot. When nearest changes, take away this file and what before.js says of nearestKernel, and make them anew:
//   speedlens bench before.js#nearest --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.
// Its loops use vectors of two numbers (Node 16.4, Chrome 91, Firefox 89, Safari 16.4); without them the original does the work.

const bytes =
  'AGFzbQEAAAABGQNgCn9/f39/f39/f38Bf2ADf39/AX9gAAADBAMAAQIFAwEAAQYGAX8BQQgLByMEA3J1bgAABm1lbW9yeQIACGFs' +
  'bG9jYXRlAAEFcmVzZXQAAgrPCQPOCA8EfwF8AX8CfAR/AXsCfw17AXwEfwF7An8EewJ8A39BACELQQAhDAJAIAwgBUhFDQADQAJA' +
  'QX8hDUQAAAAAAADwfyEOQQAhDwJAIA8gAEhFDQAgDCAHTwRAAAsgBiAMQQN0aisDACEQIAwgCU8EQAALIAggDEEDdGorAwAhEQJA' +
  'AkAgABpBAUUNACAAQQFrIAJIRQ0ADAELAAsCQAJAIAAaQQFFDQAgAEEBayAESEUNAAwBCwALIAJBB2siEkEAIBJBAEobIRIgBEEH' +
  'ayITQQAgE0EAShshEwJAA0AgD0EHaiAATg0BIA8hFCABIBRBA3RqIRUgEP0UIRYgDyEXIAMgF0EDdGohGCAR/RQhGSAV/QADACAW' +
  '/fEBIhogGv3yASAY/QADACAZ/fEBIhsgG/3yAf3wASEcIBX9AAMQIBb98QEiICAg/fIBIBj9AAMQIBn98QEiISAh/fIB/fABIR0g' +
  'Ff0AAyAgFv3xASIiICL98gEgGP0AAyAgGf3xASIjICP98gH98AEhHiAV/QADMCAW/fEBIiQgJP3yASAY/QADMCAZ/fEBIiUgJf3y' +
  'Af3wASEfIBz9IQAhJgJAICYgDmMEQCAmIQ4gDyENCwsgD0EBaiEPIBz9IQEhJgJAICYgDmMEQCAmIQ4gDyENCwsgD0EBaiEPIB39' +
  'IQAhJgJAICYgDmMEQCAmIQ4gDyENCwsgD0EBaiEPIB39IQEhJgJAICYgDmMEQCAmIQ4gDyENCwsgD0EBaiEPIB79IQAhJgJAICYg' +
  'DmMEQCAmIQ4gDyENCwsgD0EBaiEPIB79IQEhJgJAICYgDmMEQCAmIQ4gDyENCwsgD0EBaiEPIB/9IQAhJgJAICYgDmMEQCAmIQ4g' +
  'DyENCwsgD0EBaiEPIB/9IQEhJgJAICYgDmMEQCAmIQ4gDyENCwsgD0EBaiEPDAALCyACQQFrIidBACAnQQBKGyEnIARBAWsiKEEA' +
  'IChBAEobISgCQANAIA9BAWogAE4NASAPISkgASApQQN0aiEqIBD9FCErIA8hLCADICxBA3RqIS0gEf0UIS4gKv0AAwAgK/3xASIv' +
  'IC/98gEgLf0AAwAgLv3xASIwIDD98gH98AEhMSAx/SEAISYCQCAmIA5jBEAgJiEOIA8hDQsLIA9BAWohDyAx/SEBISYCQCAmIA5j' +
  'BEAgJiEOIA8hDQsLIA9BAWohDwwACwsgDyAASEUNAANAAkAgASAPQQN0aisDACAQoSIyIDKiIAMgD0EDdGorAwAgEaEiMyAzoqAh' +
  'JiAmIA5jBEAgJiEOIA8hDQsLIA9BAWohDyAPIABIDQALCyANITQgCyA1RgRAIDVBAXRBEGohNSAKITYgNUECQQAQASIKIDYgC0EC' +
  'dPwKAAALIAogC0ECdGogNDYCACALQQFqIQsLIAxBAWohDCAMIAVIDQALCyAKRQRAQQBBAEEAEAEhCgsgCkEIayALNgIAIAoPAAt2' +
  'AQJ/IABBgICAwABLBEAACyMAQQhqIgMgACABdGpBB2pBeHEiBEGAgICABEsEQAALIAQ/AEEQdEsEQCAEPwBBEHRrQf//A2pBEHZA' +
  'AEF/RgRAAAsLIAQkACADQQhrIAA2AgAgAgRAIANBACAAIAF0/AsACyADCwYAQQgkAAs=';

const kernel = load();

function load() {
  try {
    const module = new WebAssembly.Module(Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)));
    const instance = new WebAssembly.Instance(module, {});
    return instance.exports;
  } catch {
    // WebAssembly is not allowed here, by a content security policy for example: the original does the work.
    return undefined;
  }
}

/** The result, or undefined when the original has to compute it; nothing has been changed then. */
export function nearestKernel(points, queries) {
  if (kernel === undefined || points?.constructor !== Array || queries?.constructor !== Array) return undefined;
  try {
    kernel.reset();
    const pointsXAddress = kernel.allocate(points.length, 3, 0);
    const pointsXView = new Float64Array(kernel.memory.buffer, pointsXAddress, points.length);
    const pointsYAddress = kernel.allocate(points.length, 3, 0);
    const pointsYView = new Float64Array(kernel.memory.buffer, pointsYAddress, points.length);
    for (let index = 0; index < points.length; index++) {
      const record = points[index];
      if (record?.constructor !== Object) return undefined;
      const x = record.x;
      if (typeof x !== 'number') return undefined;
      pointsXView[index] = x;
      const y = record.y;
      if (typeof y !== 'number') return undefined;
      pointsYView[index] = y;
    }
    const queriesXAddress = kernel.allocate(queries.length, 3, 0);
    const queriesXView = new Float64Array(kernel.memory.buffer, queriesXAddress, queries.length);
    const queriesYAddress = kernel.allocate(queries.length, 3, 0);
    const queriesYView = new Float64Array(kernel.memory.buffer, queriesYAddress, queries.length);
    for (let index = 0; index < queries.length; index++) {
      const record = queries[index];
      if (record?.constructor !== Object) return undefined;
      const x = record.x;
      if (typeof x !== 'number') return undefined;
      queriesXView[index] = x;
      const y = record.y;
      if (typeof y !== 'number') return undefined;
      queriesYView[index] = y;
    }
    const result = kernel.run(points.length, pointsXAddress, points.length, pointsYAddress, points.length, queries.length, queriesXAddress, queries.length, queriesYAddress, queries.length);
    const length = new Uint32Array(kernel.memory.buffer, result - 8, 1)[0];
    const view = new Int32Array(kernel.memory.buffer, result, length);
    const copy = new Array(length);
    for (let index = 0; index < length; index++) copy[index] = view[index];
    return copy;
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
