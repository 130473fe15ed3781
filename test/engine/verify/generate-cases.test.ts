import { describe, expect, it } from 'vitest';
import { listCases } from '../../../src/engine/process/child/cases.ts';
import { ArgumentSource } from '../../../src/engine/verify/child/argument-source.ts';
import { planCases } from '../../../src/engine/verify/child/generate-cases.ts';
import type { Arm, Level } from '../../../src/engine/verify/child/planned-case.ts';
import { printValue } from '../../../src/engine/verify/child/print-value.ts';
import type { InputsEntry, VariantModule } from '../../../src/model/variant.ts';

interface StagedCase {
  readonly arm: Arm;
  readonly level: Level;
  readonly label: string;
  readonly argumentLists: readonly (readonly unknown[])[];
}

/** All planned cases with their arguments, every one reported as compared, and quick unless it is larger than what was declared. */
function stagedCases(
  inputs: InputsEntry,
  options: { readonly batch?: boolean; readonly seed?: number } = {},
): readonly StagedCase[] {
  const { seed = 3, batch = false } = options;
  const module: VariantModule = { call: () => undefined, inputs };
  const source = new ArgumentSource(module, seed, { kind: 'case', index: 0, position: 0 });
  const plan = planCases({ module, source, cases: listCases(inputs, seed), seed, batch });
  const staged: StagedCase[] = [];
  for (
    let next = plan.next({ compared: true, elapsedMs: 0, originalMs: 0 });
    next.done !== true;
    next = plan.next({ compared: true, elapsedMs: next.value.arm === 'growth' ? 100 : 1, originalMs: 1 })
  ) {
    const { arm, level, label } = next.value;
    staged.push({ arm, level, label, argumentLists: next.value.stage(source).calls.map(({ args }) => args) });
  }
  return staged;
}

const ofLevel = (cases: readonly StagedCase[], ...levels: Level[]): readonly (readonly unknown[])[] =>
  cases.filter(({ level }) => levels.includes(level)).flatMap(({ argumentLists }) => argumentLists);

const image: InputsEntry = {
  fixed: [
    { label: '2 x 3', args: () => [2, 3, [1, 2, 3, 4, 5, 6]] },
    { label: '4 x 5', args: () => [4, 5, Array.from({ length: 20 }, (_, i) => i)] },
  ],
};

const counted: InputsEntry = {
  fixed: [
    { label: 'three', args: () => [[5, 1, 4], 3] },
    { label: 'five', args: () => [[5, 1, 4, 2, 9], 5] },
  ],
};

const matrices: InputsEntry = {
  sizes: [4, 6],
  args: (n, random) => [0, 1].map(() => Array.from({ length: n }, () => Array.from({ length: n }, () => random()))),
};

const isRectangular = (rows: readonly (readonly unknown[])[]): boolean =>
  rows.every(({ length }) => length === rows[0]?.length);

describe('planCases', () => {
  it('keeps an area the product of its sides in every case that is not hostile', () => {
    const lists = ofLevel(stagedCases(image), 'declared', 'generated') as readonly [number, number, number[]][];
    expect(lists.every(([width, height, pixels]) => pixels.length === width * height)).toBe(true);
    expect(new Set(lists.map(([width, height]) => `${width}x${height}`)).size).toBeGreaterThan(4);
  });

  it('keeps a number that always was a length equal to it, and breaks it as a hostile case', () => {
    const staged = stagedCases(counted);
    const isRelated = ([xs, n]: readonly unknown[]): boolean => (xs as unknown[]).length === n;
    expect(ofLevel(staged, 'declared', 'generated').every(isRelated)).toBe(true);
    expect(ofLevel(staged, 'generated').some(([xs]) => (xs as unknown[]).length === 0)).toBe(true);
    expect(ofLevel(staged, 'hostile').every(isRelated)).toBe(false);
  });

  it('keeps matrices rectangular and of equal size, and makes ragged ones as hostile cases', () => {
    const staged = stagedCases(matrices);
    const lists = ofLevel(staged, 'declared', 'generated') as readonly (readonly number[][])[][];
    expect(lists.every(([a, b]) => isRectangular(a ?? []) && isRectangular(b ?? []) && a?.length === b?.length)).toBe(
      true,
    );
    const hostile = ofLevel(staged, 'hostile') as readonly (readonly number[][])[][];
    expect(hostile.some(([a]) => !isRectangular((a ?? []).filter(Array.isArray)))).toBe(true);
  });

  it('hands a Buffer to what was seen to take a Uint8Array', () => {
    const seen = stagedCases({ fixed: [{ label: 'bytes', args: () => [Uint8Array.of(1, 2, 3), 2] }] });
    expect(ofLevel(seen, 'hostile').some(([bytes]) => Buffer.isBuffer(bytes))).toBe(true);
    expect(ofLevel(seen, 'declared', 'generated').some(([bytes]) => Buffer.isBuffer(bytes))).toBe(false);
  });

  it('passes one array twice, lets two rows be one, and calls again with changed arguments', () => {
    const aliased = stagedCases(matrices).filter(({ arm }) => arm === 'aliasing');
    expect(aliased.some(({ argumentLists: [list] }) => list?.[0] === list?.[1])).toBe(true);
    expect(
      aliased.some(({ argumentLists: [list] }) => {
        const [rows] = list as [unknown[]];
        return rows.length > 1 && rows[0] === rows[1];
      }),
    ).toBe(true);
    expect(stagedCases(matrices).some(({ arm, label }) => arm === 'history' && label.includes('changed'))).toBe(true);
  });

  it('reaches the edges of numbers: both zeros, NaN, fractions, overflow', () => {
    const staged = stagedCases({
      sizes: [6, 12],
      args: (n, random) => [Array.from({ length: n }, () => Math.floor(random() * 50))],
    });
    const seen = new Set(
      ofLevel(staged, 'generated').flatMap(([xs]) =>
        (xs as number[]).map((x) => (Object.is(x, -0) ? '-0' : String(x))),
      ),
    );
    for (const edge of ['0', '-0', 'NaN', '0.5', '-1', '2147483648', '9007199254740992', 'Infinity'])
      expect(seen).toContain(edge);
  });

  it('never makes a scalar much larger than observed while it seems to steer the work', () => {
    const module: VariantModule = { call: () => undefined, inputs: { sizes: [10, 20], args: (n) => [n] } };
    const source = new ArgumentSource(module, 1, undefined);
    const plan = planCases({ module, source, cases: listCases(module.inputs, 1), seed: 1, batch: false });
    let largest = 0;
    for (
      let next = plan.next({ compared: true, elapsedMs: 0, originalMs: 0 });
      next.done !== true;
      next = plan.next({ compared: true, elapsedMs: 100, originalMs: 1 })
    ) {
      for (const { args } of next.value.stage(source).calls)
        if (typeof args[0] === 'number' && args[0] > largest) largest = args[0];
    }
    // One step of growth is tried and found to be slow.
    expect(largest).toBeLessThanOrEqual(81);
  });

  it('goes on to grow when a slow case is quick the second time', () => {
    const module: VariantModule = { call: () => undefined, inputs: { sizes: [10, 20], args: (n) => [n] } };
    const source = new ArgumentSource(module, 1, undefined);
    const plan = planCases({ module, source, cases: listCases(module.inputs, 1), seed: 1, batch: false });
    let largest = 0;
    let slow = 1;
    for (let next = plan.next({ compared: true, elapsedMs: 0, originalMs: 0 }); next.done !== true; ) {
      const { arm } = next.value;
      for (const { args } of next.value.stage(source).calls)
        if (typeof args[0] === 'number' && args[0] > largest) largest = args[0];
      next = plan.next({ compared: true, elapsedMs: arm === 'growth' && slow-- === 1 ? 100 : 1, originalMs: 1 });
    }
    expect(largest).toBeGreaterThan(2 ** 40);
  });

  it('is the same to the byte for the same seed and differs for another', () => {
    const text = (seed: number): string =>
      printValue(stagedCases(matrices, { seed }), { elements: 10_000, depth: 12, characters: 1_000 });
    expect(text(5)).toBe(text(5));
    expect(text(5)).not.toBe(text(6));
  });

  it('draws all values of some lists from the same few, so that keys of two lists meet', () => {
    const staged = stagedCases({
      sizes: [6, 12],
      args: (n, random) => [
        Array.from({ length: n }, () => ({ id: Math.floor(random() * 1e9) })),
        Array.from({ length: n }, () => Math.floor(random() * 1e9)),
      ],
    });
    const meets = (lists: readonly unknown[]): boolean => {
      const [rows, ids] = lists as [{ id: number }[], number[]];
      return rows.length > 4 && rows.filter(({ id }) => ids.includes(id)).length > 2 && new Set(ids).size > 1;
    };
    const few = staged.filter(({ label }) => label.includes('of few values'));
    expect(few).toHaveLength(60);
    expect(few.filter(({ argumentLists: [list] }) => meets(list ?? [])).length).toBeGreaterThan(10);
  });

  it('mixes the values that the type admits in one list', () => {
    const inputs: InputsEntry = { sizes: [6, 12], args: (n) => [Array.from({ length: n }, (_, i) => i)] };
    const module: VariantModule = { call: () => undefined, inputs };
    const source = new ArgumentSource(module, 1, undefined);
    const admitted = [{ name: '0[*]', mayBeMissing: false, values: ['a', 1, 'b', null] }];
    const plan = planCases({ module, source, cases: listCases(inputs, 1), seed: 1, batch: false, admitted });
    const mixed: unknown[] = [];
    const result = { compared: true, elapsedMs: 1, originalMs: 1 };
    for (let next = plan.next(result); next.done !== true; next = plan.next({ ...result, elapsedMs: 100 })) {
      if (next.value.label.endsWith('in turn')) mixed.push(next.value.stage(source).calls[0]?.args[0]);
    }
    expect(mixed).toContainEqual(expect.arrayContaining(['a', 1, 'b', null]));
  });

  it('does not play again what takes the original long', () => {
    const module: VariantModule = { call: () => undefined, inputs: { sizes: [3, 12], args: (n) => [n, n + 1] } };
    const source = new ArgumentSource(module, 1, undefined);
    const plan = planCases({ module, source, cases: listCases(module.inputs, 1), seed: 1, batch: false });
    const slow: string[] = [];
    let result = { compared: true, elapsedMs: 1, originalMs: 1 };
    for (let next = plan.next(result); next.done !== true; next = plan.next(result)) {
      const { arm, label, stage } = next.value;
      const isSlow = stage(source).calls.some(({ args: [n] }) => typeof n === 'number' && n > 6);
      if (isSlow && (arm === 'sizes' || arm === 'history')) slow.push(label);
      result = { compared: true, elapsedMs: 1, originalMs: isSlow ? 1_000 : 1 };
    }
    expect(slow).toEqual(['n = 7', 'n = 8', 'the same call twice']);
  });

  it('leaves out sizes that the inputs refuse', () => {
    const staged = stagedCases({
      sizes: [10, 20],
      args: (n) => {
        if (n < 4) throw new RangeError('too small');
        return [n];
      },
    });
    expect(ofLevel(staged, 'declared')).toEqual([[10], [20]]);
    expect(staged.some(({ arm, label }) => arm === 'sizes' && label === 'n = 3')).toBe(false);
    expect(staged.some(({ arm, label }) => arm === 'sizes' && label === 'n = 5')).toBe(true);
  });

  it('hands batches of several sizes over, the empty one included', () => {
    const lengths = stagedCases(matrices, { batch: true }).map(({ argumentLists }) => argumentLists.length);
    expect(lengths).toContain(0);
    expect(Math.max(...lengths)).toBeGreaterThan(8);
  });
});

describe('ArgumentSource', () => {
  it('copies the arguments of an entry that hands out the same list every time', () => {
    const shared = [3, 1, 2];
    const module: VariantModule = {
      call: () => undefined,
      inputs: { fixed: [{ label: 'shared', args: () => [shared] }] },
    };
    const source = new ArgumentSource(module, 1, { kind: 'case', index: 0, position: 0 });
    const first = source.make({ kind: 'case', index: 0, position: 0 });
    (first.args[0] as number[]).sort();
    expect(source.make({ kind: 'case', index: 0, position: 0 }).args).toEqual([[3, 1, 2]]);
    expect(shared).toEqual([3, 1, 2]);
  });

  it('makes equal arguments for two variants even when the entry draws from Math.random', () => {
    const module: VariantModule = {
      call: () => undefined,
      inputs: { sizes: [3], args: (n) => [Array.from({ length: n }, Math.random)] },
    };
    const make = (): unknown =>
      new ArgumentSource(module, 1, undefined).make({ kind: 'case', index: 0, position: 0 }).args;
    expect(make()).toEqual(make());
  });
});
