// Samples given to places of a bundle, on a log written by hand.
import { describe, expect, it } from 'vitest';
import { readProfile } from '../../../src/engine/diagnose/child/read-profile.ts';

const url = 'file:///tmp/variant.mjs';
/** Offsets: `sum` at 0, `list.sort()` at 20 on line 2, `helper` at 40 on line 3. */
const text = `${'a'.repeat(19)}\n${'b'.repeat(19)}\n${'c'.repeat(19)}\n`;

/** `sum` optimised at 0x1000 with `helper` inlined from 0x40 on, sort at 0x5000, the caller of ours at 0x3000, the maker of inputs at 0x4000. */
const code = [
  `code-creation,JS,13,1,0x1000,0x100,sum ${url}:1:1,0x77,*`,
  'code-source-info,0x1000,9,0,40,C0O5C32O25C64O45I0C96O25,F0O30,S0x78',
  `code-creation,JS,10,1,0x2000,0x100,helper ${url}:3:1,0x78,~`,
  'code-source-info,0x2000,9,40,60,C0O47,,',
  'code-creation,JS,10,1,0x3000,0x100,speedlensCalls file:///child.mjs:9:9,0x79,*',
  'code-creation,JS,10,1,0x4000,0x100,speedlensMakesInputs file:///child.mjs:8:8,0x7a,*',
  'code-creation,Builtin,2,1,0x5000,0x100,ArrayPrototypeSort',
  'code-creation,Builtin,2,1,0x6000,0x100,KeyedLoadIC_Megamorphic',
  'code-creation,BytecodeHandler,2,1,0x7000,0x100,LdaGlobal',
  'code-creation,JS,10,1,0x8000,0x100,groupBy file:///p/node_modules/lodash/lodash.js:5:5,0x7b,*',
];
const marks = [
  'code-creation,Script,10,1000,0x9000,3, speedlens:warm:1:1,0x90,~',
  'code-creation,Script,10,9000,0x9100,3, speedlens:end:1:1,0x91,~',
];

function read(...lines: string[]) {
  const log = `${[...code, ...marks, ...lines].join('\n')}\n`;
  return readProfile(log, {
    url,
    text,
    warmMark: 'speedlens:warm',
    endMark: 'speedlens:end',
    preparingFunction: 'speedlensMakesInputs',
  });
}

const tick = (pc: string, time: number, ...stack: string[]) => ['tick', pc, time, 0, '0x0', 0, ...stack].join(',');

describe('samples', () => {
  it('go to the line that the processor was at', () => {
    expect(read(tick('0x1004', 2000, '0x3010'))?.spots).toEqual([{ line: 1, column: 6, tier: 'turbofan', samples: 1 }]);
  });

  it('in an inlined function go to its own line', () => {
    expect(read(tick('0x1048', 2000, '0x3010'))?.spots).toEqual([{ line: 3, column: 6, tier: 'turbofan', samples: 1 }]);
  });

  it('in an inlined function that nothing is known of go to the line that calls it', () => {
    const moved = 'sfi-move,0x78,0x99';
    expect(read(moved, tick('0x1048', 2000, '0x3010'))?.spots).toMatchObject([{ line: 2, column: 11, samples: 1 }]);
  });

  it('in what a line calls go to the line, with the name of what it called', () => {
    const callees = [
      tick('0x5010', 2000, '0x1028', '0x3010'),
      tick('0x6010', 2001, '0x1028', '0x3010'),
      tick('0x123456', 2002, '0x1028', '0x3010'),
      tick('0x123456', 2003, '0x5010', '0x1028', '0x3010'),
      tick('0x8010', 2004, '0x1028', '0x3010'),
    ];
    expect(read(...callees)?.spots).toEqual([
      { line: 2, column: 6, tier: 'turbofan', samples: 2, callee: { kind: 'builtin', name: 'ArrayPrototypeSort' } },
      { line: 2, column: 6, tier: 'turbofan', samples: 1, callee: { kind: 'helper', name: 'KeyedLoadIC_Megamorphic' } },
      { line: 2, column: 6, tier: 'turbofan', samples: 1, callee: { kind: 'native', name: '' } },
      {
        line: 2,
        column: 6,
        tier: 'turbofan',
        samples: 1,
        callee: { kind: 'function', name: 'groupBy', url: 'file:///p/node_modules/lodash/lodash.js' },
      },
    ]);
  });

  it('in a function that a builtin calls back go to that function’s line', () => {
    const comparing = tick('0x7010', 2000, '0x2000', '0x5010', '0x1028', '0x3010');
    expect(read(comparing)?.spots).toEqual([{ line: 3, column: 8, tier: 'interpreter', samples: 1 }]);
  });

  it('while V8 compiles are told as that', () => {
    expect(read('tick,0x123456,2000,0,0x0,4,0x1028,0x3010')?.spots).toMatchObject([
      { line: 2, callee: { kind: 'compiler' } },
    ]);
  });

  it('while inputs are made, before the function is warm, after the end, and in our own loop do not count', () => {
    const profile = read(
      tick('0x1004', 500, '0x3010'),
      tick('0x1004', 2000, '0x4010'),
      tick('0x3010', 2001),
      tick('0x1004', 9500, '0x3010'),
    );
    expect(profile?.spots).toEqual([]);
  });

  it('of the garbage collector count when it was the function that ran before', () => {
    const collecting = (time: number) => `tick,0x1192781,${time},0,0x0,1`;
    const profile = read(
      tick('0x1004', 2000, '0x3010'),
      collecting(2001),
      collecting(2002),
      tick('0x1004', 2003, '0x4010'),
      collecting(2004),
    );
    expect(profile?.collectorSamples).toBe(2);
  });

  it('go to the code that lies at an address last', () => {
    const moved = ['code-move,0x5000,0xa000', `code-creation,JS,13,1900,0x4f80,0x100,later ${url}:2:1,0x7c,*`];
    expect(read(...moved, tick('0xa010', 2000, '0x1028', '0x3010'))?.spots).toMatchObject([
      { line: 2, callee: { name: 'ArrayPrototypeSort' } },
    ]);
    expect(read(...moved, tick('0x5010', 2000, '0x3010'))?.spots).toMatchObject([{ line: 0, tier: 'turbofan' }]);
  });

  it('tell how far apart they were', () => {
    const ticks = [2000, 2250, 2600].map((time) => tick('0x1004', time, '0x3010'));
    expect(read(...ticks)?.intervalMs).toBeCloseTo(0.3);
  });
});

describe('deoptimisations', () => {
  const deopt = (time: number, places: string, reason: string) =>
    `code-deopt,${time},64,0x1000,-1,5,deopt-eager,${places},${reason}`;

  it('are counted by place and reason, during the warm-up and after', () => {
    const here = `<${url}:2:6>`;
    const profile = read(
      deopt(500, here, 'wrong map'),
      deopt(2000, here, 'wrong map'),
      deopt(2001, here, 'wrong map'),
      deopt(2002, here, 'overflow'),
      deopt(9500, here, 'overflow'),
    );
    expect(profile?.deopts).toEqual([
      { line: 2, column: 6, reason: 'wrong map', duringWarmUp: 1, whileWarm: 2 },
      { line: 2, column: 6, reason: 'overflow', duringWarmUp: 0, whileWarm: 1 },
    ]);
  });

  it('inside of a package count for the line that called it, those elsewhere do not count', () => {
    const inlined = `<file:///p/lodash.js:7:7> inlined at <${url}:3:2> inlined at <${url}:1:1>`;
    const profile = read(deopt(2000, inlined, 'not a Smi'), deopt(2001, '<node:events:3:3>', 'wrong map'));
    expect(profile?.deopts).toMatchObject([{ line: 3, column: 2, reason: 'not a Smi' }]);
  });

  it('that only hand over to the next compiler are none', () => {
    expect(read(deopt(2000, `<${url}:2:6>`, 'prepare for on stack replacement (OSR)'))?.deopts).toEqual([]);
  });
});

it('a log without the mark of the warm-up is no profile', () => {
  expect(
    readProfile('v8-version,1,2\n', { url, text, warmMark: 'w', endMark: 'e', preparingFunction: 'p' }),
  ).toBeUndefined();
});
