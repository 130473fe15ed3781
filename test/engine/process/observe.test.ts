import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { observe } from '../../../src/engine/process/child/observe.ts';
import type { ObserveAnswer } from '../../../src/engine/process/protocol.ts';
import { type VariantFolder, variantFolder } from './write-variant.ts';

let variants: VariantFolder;
beforeAll(async () => {
  variants = await variantFolder();
});
afterAll(() => variants.remove());

/** Observes `call` on one case; `inputs` is the text of an inputs entry. */
async function observed(
  call: string,
  inputs = '{ sizes: [4], args: (n, random) => [Array.from({ length: n }, random)] }',
): Promise<ObserveAnswer> {
  const variant = await variants.write(`export const call = ${call};\nexport const inputs = ${inputs};`);
  return observe({ kind: 'observe', variant, seed: 1, caseIndex: 0 }, async () => {});
}

describe('observing a call', () => {
  it('sees that an in-place sort changes its argument, and that a copy does not', async () => {
    expect((await observed('(receiver, [list]) => list.sort()')).mutatesArguments).toBe(true);
    expect((await observed('(receiver, [list]) => [...list].sort()')).mutatesArguments).toBe(false);
  });

  it('counts the different calls of a declared sequence, and none without one', async () => {
    const sequence = '{ sizes: [3], sequence: (n) => [[n], [0], [-0], [n], ["3"], [0]] }';
    expect((await observed('(receiver, [value]) => value', sequence)).distinctCalls).toBe(4);
    expect(await observed('(receiver, [value]) => value', '{ args: () => [1] }')).not.toHaveProperty('distinctCalls');
  });

  it('sees a change deep inside, in a map, in a typed array and in the receiver', async () => {
    const deep = '{ args: () => [{ a: [{ b: 1 }] }] }';
    expect((await observed('(receiver, [value]) => { value.a[0].b = 2; }', deep)).mutatesArguments).toBe(true);
    expect(
      (await observed('(receiver, [map]) => map.set(1, 3)', '{ args: () => [new Map([[1, 2]])] }')).mutatesArguments,
    ).toBe(true);
    expect(
      (await observed('(receiver, [list]) => { list[1] = 9; }', '{ args: () => [new Float32Array(3)] }'))
        .mutatesArguments,
    ).toBe(true);
    const counting = '{ args: () => [], receiver: () => ({ count: 0 }) }';
    expect((await observed('(receiver) => { receiver.count++; }', counting)).mutatesArguments).toBe(true);
  });

  it('times a short call many at once, each on arguments of its own, and a long one or one that throws a few times only', async () => {
    const calls = globalThis as { observedCalls?: number };
    const callsOf = async (body: string): Promise<number> => {
      calls.observedCalls = 0;
      await observed(`(receiver, [list]) => { globalThis.observedCalls++; ${body} }`);
      return calls.observedCalls;
    };
    const changing = 'if (list.length !== 4) throw new Error("not its own"); list.push(1); return list.length;';
    expect(await callsOf(changing)).toBeGreaterThan(64);
    expect(await callsOf('throw new Error("no");')).toBeLessThanOrEqual(21);
    expect(await callsOf('for (const end = performance.now() + 1; performance.now() < end; );')).toBeLessThanOrEqual(
      21,
    );
    // Arguments that take long to make are not made for it.
    calls.observedCalls = 0;
    await observed(
      '(receiver, [list]) => { globalThis.observedCalls++; return list[0]; }',
      '{ args: () => { for (const end = performance.now() + 5; performance.now() < end; ); return [[1]]; } }',
    );
    expect(calls.observedCalls).toBeLessThanOrEqual(21);
    delete calls.observedCalls;
  });

  it('waits for a promise before it looks at the arguments again', async () => {
    const answer = await observed('async (receiver, [list]) => { await null; list.push(1); return list.length; }');
    expect(answer).toMatchObject({ mutatesArguments: true, returnsPromise: true, result: { kind: 'number' } });
  });

  it('says when arguments hold state that cannot be read', async () => {
    const answer = await observed(
      '(receiver) => receiver.next()',
      '{ args: () => [], receiver: () => new (class Counter { #n = 0; next() { return this.#n++; } })() }',
    );
    expect(answer).toMatchObject({ mutatesArguments: false, opaqueArguments: true });
    expect((await observed('(receiver, [list]) => list.length')).opaqueArguments).toBeUndefined();
  });

  it('calls a function deterministic only when two calls on equal inputs agree', async () => {
    expect((await observed('(receiver, [list]) => list.length')).deterministic).toBe(true);
    expect((await observed('() => Math.random()')).deterministic).toBe(false);
    expect((await observed('((n) => () => n++)(0)')).deterministic).toBe(false);
  });

  it('tells what was thrown, and that it is thrown again', async () => {
    const answer = await observed("() => { throw new RangeError('too far'); }");
    expect(answer).toMatchObject({ outcome: 'threw', error: 'RangeError: too far', deterministic: true });
    expect(answer.result).toBeUndefined();
  });

  it('runs a generator to its end', async () => {
    const answer = await observed('function* (receiver, [list]) { yield* list; return list.sort(); }');
    expect(answer).toMatchObject({
      result: { kind: 'array', length: 5 },
      mutatesArguments: true,
      returnsPromise: false,
    });
  });

  it('profiles numbers, nested arrays, holes, objects, and what can be cloned', async () => {
    const answer = await observed(
      '() => 1n',
      `{ args: () => [[[1, 2], [3, -0]], [1, , 3], [{ a: 1, b: 'x' }, { a: 2, b: 'y' }], new Map([[1, 2]]), new (class Point { x = 1; })(), [1.5, NaN, 'x'], () => 1] }`,
    );
    expect(answer.arguments).toMatchObject([
      {
        kind: 'array',
        length: 2,
        elements: {
          kind: 'array',
          length: 2,
          elements: { numbers: { min: -0, max: 3, allIntegers: true, hasNegativeZero: true } },
        },
        cloneable: true,
      },
      { kind: 'array', length: 3, hasHoles: true },
      { kind: 'array', elements: { kind: 'plain-object', keys: ['a', 'b'] }, cloneable: true },
      { kind: 'map', length: 1 },
      { kind: 'instance', className: 'Point', cloneable: false },
      { kind: 'array', elements: { kind: 'other' } },
      { kind: 'function', cloneable: false },
    ]);
    expect(answer.result).toMatchObject({ kind: 'bigint' });
  });

  it('profiles every number of a long list', async () => {
    const answer = await observed(
      '(receiver, [list]) => list',
      '{ args: () => { const list = new Array(100000).fill(1); list[99998] = 0.5; return [list]; } }',
    );
    expect(answer.arguments[0]?.elements?.numbers).toMatchObject({ min: 0.5, max: 1, allIntegers: false });
  });
});
