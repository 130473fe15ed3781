// Lines as V8 wrote them: 11.3 (Node 20), 12.4 (Node 22), 13.6 (Node 24).
import { describe, expect, it } from 'vitest';
import { parseLogLine } from '../../../src/engine/diagnose/child/code-log.ts';
import { parseSourcePositions, placesAt } from '../../../src/engine/diagnose/child/source-positions.ts';

describe('a line of V8’s log', () => {
  it('about code says what it is, where it lies, and how far it was optimised', () => {
    expect(
      parseLogLine('code-creation,JS,13,129226,0x7fb110008980,1588,hot file:///tmp/ws/subj.mjs:1:20,0x10f5cc469b88,*'),
    ).toEqual({
      kind: 'code',
      type: 'JS',
      time: 129226,
      address: 0x7fb110008980,
      size: 1588,
      name: 'hot file:///tmp/ws/subj.mjs:1:20',
      functionAddress: 0x10f5cc469b88,
      marker: '*',
    });
    expect(parseLogLine('code-creation,Builtin,2,21494,0x19011c0,2416,ArrayPrototypePush')).toMatchObject({
      type: 'Builtin',
      name: 'ArrayPrototypePush',
      functionAddress: undefined,
      marker: '',
    });
  });

  it('may hold escaped commas and characters', () => {
    const line = 'code-creation,JS,9,1,0x10,5,f file:///a\\x2Cb\\u00e9.mjs:1:2,0x20,~';
    expect(parseLogLine(line)).toMatchObject({ name: 'f file:///a,bé.mjs:1:2' });
  });

  it('about a sample says where the processor was and who had called', () => {
    expect(parseLogLine('tick,0x2145c8c,271000,0,0x0,0,0x7fb110008b27,0x6f64728a994')).toEqual({
      kind: 'tick',
      pc: 0x2145c8c,
      time: 271000,
      isExternal: false,
      topOfStack: 0,
      state: 0,
      stack: [0x7fb110008b27, 0x6f64728a994],
    });
    expect(parseLogLine('tick,0x1192781,650265,0,0x0,1')).toMatchObject({ state: 1, stack: [] });
  });

  it('may tell the stack as distances, and that it was too deep', () => {
    expect(parseLogLine('tick,0x100,1,0,0x0,0,+0x10,-0x8,overflow')).toMatchObject({ stack: [0x110, 0x108] });
  });

  it('about a deoptimisation says why, and where, through the functions inlined there', () => {
    const line =
      'code-deopt,126668,1216,0x7fb1100084c0,0,210,deopt-eager,<file:///tmp/ws/subj.mjs:10:19> inlined at <file:///tmp/ws/subj.mjs:6:16>,Insufficient type feedback for generic named access';
    expect(parseLogLine(line)).toEqual({
      kind: 'deopt',
      time: 126668,
      how: 'deopt-eager',
      places: [
        { url: 'file:///tmp/ws/subj.mjs', line: 10, column: 19 },
        { url: 'file:///tmp/ws/subj.mjs', line: 6, column: 16 },
      ],
      reason: 'Insufficient type feedback for generic named access',
    });
  });

  it.each([
    '',
    'v8-version,11,3,244,8,-node.38,0',
    'delete,MemoryChunk,0x29e786680000',
    'code-creation,JS,what,ever',
    'code-deopt,1,2',
    'tick,here,1,0,0x0,0',
    'code-source-info,0x10,1,0,9,none of it,,',
    'sfi-move,0x10',
  ])('of another kind or shape is passed over: %s', (line) => {
    expect(parseLogLine(line)).toBeUndefined();
  });
});

describe('the table of source positions', () => {
  const positions = parseSourcePositions('C0O19C39O66C510O210I0C542O205I1C615O224', 'F0O141F1O50I0', 'S0xaS0xb');

  it('tells for an offset in the code the place that the last entry before it names', () => {
    if (positions === undefined) throw new Error('not read');
    expect(placesAt(positions, 40)).toEqual([{ script: 66, functionAddress: undefined }]);
    expect(placesAt(positions, 9999)).toEqual([{ script: 224, functionAddress: undefined }]);
  });

  it('tells inlined functions from the innermost to the code’s own', () => {
    if (positions === undefined) throw new Error('not read');
    expect(placesAt(positions, 512)).toEqual([
      { script: 210, functionAddress: 0xa },
      { script: 141, functionAddress: undefined },
    ]);
    expect(placesAt(positions, 543)).toEqual([
      { script: 205, functionAddress: 0xb },
      { script: 50, functionAddress: 0xa },
      { script: 141, functionAddress: undefined },
    ]);
  });

  it('says nothing when it is empty, and a broken one ends no search', () => {
    expect(placesAt({ entries: [], inlinings: [], functions: [] }, 5)).toEqual([]);
    const circular = parseSourcePositions('C0O1I0', 'F0O2I0', 'S0xa');
    if (circular === undefined) throw new Error('not read');
    expect(placesAt(circular, 5).length).toBeLessThan(4);
    expect(parseSourcePositions('C0', '', '')).toBeUndefined();
  });
});
