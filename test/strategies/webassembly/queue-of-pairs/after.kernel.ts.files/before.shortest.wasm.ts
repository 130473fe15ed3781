// shortestKernel: shortest of before.ts as a WebAssembly module of 2110 bytes, made by Speedlens. The source is shortest itself,
// which also does what the kernel cannot. When shortest changes, take away this file and what before.ts says of shortestKernel, and make them anew:
//   speedlens bench before.ts#shortest --strategies webassembly/kernel --json report.json
//   speedlens apply report.json --strategy webassembly
// It is compiled once per thread, when it is loaded. Browsers compile modules over 4 KB on their main thread only asynchronously.

const bytes =
  'AGFzbQEAAAABFwNgCH9/f39/f39/AXxgA39/fwF/YAAAAwQDAAECBQMBAAEGBgF/AUEICwcjBANydW4AAAZtZW1vcnkCAAhhbGxv' +
  'Y2F0ZQABBXJlc2V0AAIK4g8D4Q4lEX8BfA9/AXwIfwF8An8BfAN/AXwCfwF8A38BfAh/AXwBfwN8An8BfAJ/AXwDfwF8An8BfAJ/' +
  'AXwCfwF8BH8BfAJ/AXwDfwJ8A38jACEIIAIhCUEAIQoCQAJAIAoaQQFFDQAgCkEATkUNACAKIAJIRQ0ADAELAAsgAyELQQAhDUEA' +
  'IQ5BACEPQQAhEAJAIBAgAkhFDQADQAJAIBAiEyACTwRAAAsgAyESIAAgEyASbEEDdGohESASIRUgFSAWSwRAIBUiFkEDQQAQASEU' +
  'CyAUQQAgFUEDdPwLAEEAIRcCQCAXIBJIRQ0AIBJBAWsgFUgEQAUACwNAAkAgFyEYRAAAAAAAAPC/IRkgGCAVTwRAAAsgFCAYQQN0' +
  'aiAZOQMACyAXQQFqIRcgFyASSA0ACwsgGiAcIBQhGiAWIRwhFiEUIBUhGyANtyAOtyAPt6JhBEAFAAsgDkEARgRAIBshDwUgDyAb' +
  'RgRABQALCyANIBtqIh4gHUsEQCAeIB1BAXQiHSAeIB1LGyEdIAwhHyAdQQNBABABIgwgHyANQQN0/AoAAAsgDCANQQN0aiAaIBtB' +
  'A3T8CgAAIB4hDSAOQYCAgMAASARABQALIA5BAWohDgsgEEEBaiEQIBAgAkgNAAsLIA23IA63IA+3omEEQAUACyAMISAgDSEhQQAh' +
  'IiAiIA5PBEAAC0EAISMgIyAPTwRAAAsgIiAPbCAjaiEkICQgIU8EQAALICAgJEEDdGpEAAAAAAAAAAA5AwBBACEmQQAhJ0EAIShE' +
  'AAAAAAAAAAAhKUEAISxBACEtQQIhKyArIC5LBEAgKyIuQQNBABABISoLICpBACArQQN0/AsAICogLLc5AwAgKiAttzkDCCAmICcg' +
  'KGxGBEAFAAsgJ0EARgRAICshKAUgKLcgK7hhBEAFAAsLICYgK2oiMCAvSwRAIDAgL0EBdCIvIDAgL0sbIS8gJSExIC9BA0EAEAEi' +
  'JSAxICZBA3T8CgAACyAlICZBA3RqICogK0EDdPwKAAAgMCEmICdBgICAwABIBEAFAAsgJ0EBaiEnAkAgJ7cgKaFEAAAAAAAAAABk' +
  'RQ0AA0ACQCAmtyAntyAot6JhBEAFAAsgJ7cgKaFEAAAAAAAAAABkBEAFAAsgKSEyIDIiNfwDIja4IDViBEAACyA2ITQgNCAnTwRA' +
  'AAtBACE3IDcgKE8EQAALIDQgKGwgN2oiOCAmTwRAAAsgOCEzICUgM0EDdGorAwAhOSAyIjz8AyI9uCA8YgRAAAsgPSE7IDsgJ08E' +
  'QAALQQEhPiA+IChPBEAACyA7IChsID5qIj8gJk8EQAALID8hOiAlIDpBA3RqKwMAIUAgKUQAAAAAAADwP6AhKQJAIDkgCUEBa7dh' +
  'RQ0AIEAgC0EBa7dhRQ0AIDn8AiFCIEIgDk8EQAALIED8AiFDIEMgD08EQAALIEIgD2wgQ2ohQSAgIEFBA3RqKwMAIAgkAA8LQQAh' +
  'RAJAIEQgBkhFDQADQAJAIEQiRyAGTwRAAAsgByFGIAQgRyBGbEEDdGohRUEAIUggSCBGTwRAAAsgRSBIQQN0aisDACFJQQEhSiBK' +
  'IEZPBEAACyBFIEpBA3RqKwMAIUsgOSBJoCFMIEAgS6AhTQJAAkAgTEQAAAAAAAAAAGMNACBNRAAAAAAAAAAAYw0AIEwgCbdmDQAg' +
  'TSALt2ZFDQELDAELAkACQCBMIlD8AyJRuCBQYgRAAAsgUSFPIE8gAk8EQAALIE0iU/wDIlS4IFNiBEAACyBUIVIgUiADTwRAAAsg' +
  'TyADbCBSaiFOIAAgTkEDdGorAwBEAAAAAAAA8D9hDQAgTCJX/AMiWLggV2IEQAALIFghViBWIA5PBEAACyBNIlr8AyJbuCBaYgRA' +
  'AAsgWyFZIFkgD08EQAALIFYgD2wgWWohVSAgIFVBA3RqKwMARAAAAAAAAAAAZkUNAQsMAQsgTCJd/AMiXrggXWIEQAALIF4hXCBc' +
  'IA5PBEAACyBNImD8AyJhuCBgYgRAAAsgYSFfIF8gD08EQAALIFwgD2wgX2ohYiBiICFPBEAACyAgIGJBA3RqIDkiZfwDIma4IGVi' +
  'BEAACyBmIWQgZCAOTwRAAAsgQCJo/AMiabggaGIEQAALIGkhZyBnIA9PBEAACyBkIA9sIGdqIWMgICBjQQN0aisDAEQAAAAAAADw' +
  'P6A5AwAgTCFsIE0hbUECIWsgayBuSwRAIGsibkEDQQAQASFqCyBqQQAga0EDdPwLACBqIGw5AwAgaiBtOQMIICa3ICe3ICi3omEE' +
  'QAUACyAnQQBGBEAgayEoBSAoIGtGBEAFAAsLICYga2oibyAvSwRAIG8gL0EBdCIvIG8gL0sbIS8gJSFwIC9BA0EAEAEiJSBwICZB' +
  'A3T8CgAACyAlICZBA3RqIGoga0EDdPwKAAAgbyEmICdBgICAwABIBEAFAAsgJ0EBaiEnCyBEQQFqIUQgRCAGSA0ACwsLICe3ICmh' +
  'RAAAAAAAAAAAZA0ACwtEAAAAAAAA8L8gCCQADyAIJAAAC3YBAn8gAEGAgIDAAEsEQAALIwBBCGoiAyAAIAF0akEHakF4cSIEQYCA' +
  'gIAESwRAAAsgBD8AQRB0SwRAIAQ/AEEQdGtB//8DakEQdkAAQX9GBEAACwsgBCQAIANBCGsgADYCACACBEAgA0EAIAAgAXT8CwAL' +
  'IAMLBgBBCCQACw==';

interface Kernel {
  run(maze: number, mazeLength: number, mazeRows: number, mazeColumns: number, MOVES: number, MOVESLength: number, MOVESRows: number, MOVESColumns: number): number;
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
export function shortestKernel(maze: readonly (readonly number[])[], MOVES: readonly (readonly number[])[]): number | undefined {
  if (kernel === undefined || (maze as object | undefined)?.constructor !== Array || (MOVES as object | undefined)?.constructor !== Array) return undefined;
  try {
    kernel.reset();
    const mazeColumns = maze[0]?.length ?? 0;
    const mazeAddress = kernel.allocate(maze.length * mazeColumns, 3, 0);
    const mazeView = new Float64Array(kernel.memory.buffer, mazeAddress, maze.length * mazeColumns);
    for (let i = 0; i < maze.length; i++) {
      const row: unknown = maze[i];
      if (!Array.isArray(row) || row.constructor !== Array || row.length !== mazeColumns) return undefined;
      for (let j = 0; j < mazeColumns; j++) {
        const value: unknown = row[j];
        if (typeof value !== 'number') return undefined;
        mazeView[i * mazeColumns + j] = value;
      }
    }
    const MOVESColumns = MOVES[0]?.length ?? 0;
    const MOVESAddress = kernel.allocate(MOVES.length * MOVESColumns, 3, 0);
    const MOVESView = new Float64Array(kernel.memory.buffer, MOVESAddress, MOVES.length * MOVESColumns);
    for (let i = 0; i < MOVES.length; i++) {
      const row: unknown = MOVES[i];
      if (!Array.isArray(row) || row.constructor !== Array || row.length !== MOVESColumns) return undefined;
      for (let j = 0; j < MOVESColumns; j++) {
        const value: unknown = row[j];
        if (typeof value !== 'number') return undefined;
        MOVESView[i * MOVESColumns + j] = value;
      }
    }
    return kernel.run(mazeAddress, maze.length * mazeColumns, maze.length, mazeColumns, MOVESAddress, MOVES.length * MOVESColumns, MOVES.length, MOVESColumns);
  } catch {
    // An index outside of an array, an error that the code throws, too little memory.
    return undefined;
  }
}
