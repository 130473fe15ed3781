import { describe, expect, it } from 'vitest';
import { ArgumentSource } from '../../../src/engine/verify/child/argument-source.ts';
import {
  once,
  oneAfterTheOther,
  type PlannedCase,
  type Recipe,
  scriptedCase,
} from '../../../src/engine/verify/child/planned-case.ts';
import { shrinkCase } from '../../../src/engine/verify/child/shrink.ts';
import type { InputsEntry } from '../../../src/model/variant.ts';

interface Shrunk {
  readonly lists: readonly (readonly unknown[])[];
  readonly tries: number;
}

/** Shrinks the last declared case (called twice when asked) while `differs` holds for the argument lists. */
async function shrink(
  inputs: InputsEntry,
  differs: (lists: readonly (readonly unknown[])[]) => boolean,
  options: { readonly calls?: number; readonly size?: number; readonly maxTries?: number } = {},
): Promise<Shrunk> {
  const source = new ArgumentSource({ call: () => undefined, inputs }, 1, undefined);
  const address: Recipe['address'] =
    options.size === undefined
      ? { kind: 'case', index: 0, position: 0 }
      : { kind: 'size', size: options.size, position: 0 };
  const recipes = Array.from({ length: options.calls ?? 1 }, (): Recipe => ({ address, edits: [] }));
  const lists = (planned: PlannedCase) => planned.stage(source).calls.map(({ args }) => args);
  let tries = 0;
  const smallest = await shrinkCase(
    scriptedCase(
      { arm: 'random', level: 'generated', label: '' },
      recipes,
      recipes.length > 1 ? oneAfterTheOther : once,
    ),
    {
      source,
      timeLeftMs: () => (tries < (options.maxTries ?? 5_000) ? 1 : 0),
      stillDiffers: async (planned) => {
        tries++;
        return differs(lists(planned));
      },
    },
  );
  return { lists: lists(smallest), tries };
}

const list = (...elements: unknown[]): InputsEntry => ({ fixed: [{ label: 'list', args: () => [[...elements]] }] });

describe('shrinkCase', () => {
  it('finds the boundary of a number', async () => {
    const { lists } = await shrink(
      { fixed: [{ label: 'n', args: () => [123_456] }] },
      ([args]) => Number(args?.[0]) > 46_340,
    );
    expect(lists).toEqual([[46_341]]);
  });

  it('leaves out every element that does not matter', async () => {
    const { lists } = await shrink(list(4, 8, 15, 16, 23, 42), ([args]) => String(args?.[0]).includes('23'));
    expect(lists).toEqual([[[23]]]);
  });

  it('keeps lists that belong together equally long, and the number that says how long', async () => {
    const inputs: InputsEntry = { fixed: [{ label: 'three', args: () => [[1, 2, 3, 4], ['a', 'b', 'c', 'd'], 4] }] };
    const seen: (readonly unknown[])[] = [];
    const { lists } = await shrink(inputs, ([args = []]) => {
      seen.push(args);
      return (args[0] as number[]).length >= 2;
    });
    expect(lists).toEqual([[[0, 0], ['', ''], 2]]);
    expect(seen.every(([xs, ys]) => (xs as unknown[]).length === (ys as unknown[]).length)).toBe(true);
  });

  it('shortens strings and switches flags off', async () => {
    const { lists } = await shrink({ fixed: [{ label: 's', args: () => ['hello, world', true] }] }, ([args]) =>
      String(args?.[0]).includes(','),
    );
    expect(lists).toEqual([[',', false]]);
  });

  it('tries smaller sizes of the inputs first', async () => {
    const { lists, tries } = await shrink(
      { sizes: [9], args: (n) => [Array.from({ length: n }, () => 7)] },
      ([args = []]) => (args[0] as number[]).length >= 3,
      { size: 97 },
    );
    expect(lists).toEqual([[[0, 0, 0]]]);
    expect(tries).toBeLessThan(80);
  });

  it('leaves out calls', async () => {
    const { lists } = await shrink(list(1), (calls) => calls.length >= 2, { calls: 5 });
    expect(lists).toHaveLength(2);
  });

  it('ends by itself, and at once when its time is over', async () => {
    const always = await shrink(list(1, 2, 3), () => true);
    expect(always.lists).toEqual([[[]]]);
    expect(always.tries).toBeLessThan(50);
    const stopped = await shrink(list(1, 2, 3), () => true, { maxTries: 0 });
    expect(stopped.lists).toEqual([[[1, 2, 3]]]);
  });
});
