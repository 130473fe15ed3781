import { describe, expect, it, vi } from 'vitest';
import type { CompareAnswer } from '../../../src/engine/process/protocol.ts';
import { compareFunctions } from './compare-functions.ts';
import { rightRewrites, unsteady, wrongRewrites } from './rewrites.ts';

const numbers = { sizes: [4, 9], args: (n: number) => [n] };

function withoutTimes({ pace: _pace, ...answer }: CompareAnswer): CompareAnswer {
  return answer;
}

describe('compareVariants', () => {
  for (const [what, rewrite] of wrongRewrites) {
    it(`catches a wrong rewrite: ${what}`, async () => {
      const { counterexample } = await compareFunctions(rewrite());
      expect(counterexample).toBeDefined();
      expect(counterexample?.expected).not.toBe(counterexample?.actual);
    });
  }

  for (const [what, rewrite] of rightRewrites) {
    it(`lets a right rewrite pass: ${what}`, async () => {
      const answer = await compareFunctions(rewrite());
      expect(answer.counterexample).toBeUndefined();
      expect(answer.compared).toBeGreaterThan(100);
      expect(answer.generated).toBeLessThan(answer.compared);
      expect(answer.returned).toBeGreaterThan(50);
    });
  }

  it('shows the smallest case it finds as code', async () => {
    const find = async (what: string): Promise<unknown> => {
      const rewrite = wrongRewrites.find(([name]) => name === what)?.[1];
      return rewrite && (await compareFunctions(rewrite())).counterexample;
    };
    expect(await find('the last of equal maxima')).toEqual({ args: '[[0, 0]]', expected: '0', actual: '1' });
    expect(await find('one bound too short')).toEqual({ args: '[2]', expected: '1', actual: '0' });
    expect(await find('two arguments that are one array')).toMatchObject({
      args: expect.stringMatching(/return \[shared1, shared1\]/),
    });
    expect(await find('a join that mixes up two strings')).toMatchObject({
      args: '/* one call after the other */ [["x,y", "z"], ["x", "y,z"]]',
    });
  });

  it('would let every wrong rewrite pass if the comparison of outcomes always said equal', async () => {
    const outcomes = await import('../../../src/engine/verify/child/compare-outcomes.ts');
    vi.resetModules();
    vi.doMock('../../../src/engine/verify/child/compare-outcomes.ts', () => ({
      ...outcomes,
      compareOutcomes: () => undefined,
    }));
    const blind = await import('./compare-functions.ts');
    const rewrite = wrongRewrites.find(([name]) => name === 'one bound too short')?.[1];
    expect(rewrite && (await blind.compareFunctions(rewrite())).counterexample).toBeUndefined();
    vi.doUnmock('../../../src/engine/verify/child/compare-outcomes.ts');
  });

  it('answers the same to the byte for the same seed', async () => {
    for (const what of ['JSON as a key', 'rows that are one object']) {
      const rewrite = wrongRewrites.find(([name]) => name === what)?.[1];
      const twice = [rewrite, rewrite].map(
        async (make) => make && JSON.stringify(withoutTimes(await compareFunctions(make()))),
      );
      const [first, second] = await Promise.all(twice);
      expect(first).toBe(second);
    }
  });

  it('skips cases that the original does not answer the same way twice', async () => {
    const answer = await compareFunctions(unsteady);
    expect(answer).toMatchObject({ compared: 0, returned: 0 });
    expect(answer.skipped).toBeGreaterThan(0);
    expect(answer.counterexample).toBeUndefined();
  });

  it('skips generated cases on which the original is endless, and goes on', async () => {
    const steps = (n: number): number => {
      let count = 0;
      while (n !== 0) {
        n -= 1;
        count++;
      }
      return count;
    };
    const answer = await compareFunctions({ baseline: steps, candidate: steps, inputs: numbers });
    expect(answer.counterexample).toBeUndefined();
    expect(answer.skipped).toBeGreaterThan(2);
    expect(answer.compared).toBeGreaterThan(30);
  });

  it('does not blame a candidate for inputs that differ from one making to the next', async () => {
    let made = 0;
    const inputs = { sizes: [2], args: () => [made++] };
    const answer = await compareFunctions({ baseline: (n: number) => n, candidate: (n: number) => n, inputs });
    expect(answer.counterexample).toBeUndefined();
    expect(answer.compared - answer.generated).toBe(0);
    expect(answer.skipped).toBeGreaterThan(0);
  });

  it('reports a difference outside the domain as hostile and still compares the rest', async () => {
    const answer = await compareFunctions({
      baseline: (xs: number[]) => xs.map((x) => x * 2),
      candidate: (xs: number[]) => {
        const out: number[] = [];
        for (const x of xs) out.push(x * 2);
        return out;
      },
      inputs: { sizes: [3, 6], args: (n, random) => [Array.from({ length: n }, random)] },
    });
    expect(answer.counterexample).toBeUndefined();
    expect(answer.hostileDifferences?.[0]?.args).toBe('[[,]]');
  });

  it('tells each kind of value outside of the domain on its own', async () => {
    const answer = await compareFunctions({
      baseline: (xs: number[]) => xs.map((x) => (x === null ? 0 : x + 1)),
      candidate: (xs: number[]) => {
        const out: number[] = [];
        for (const x of xs) out.push(x === null ? 1 : Number(x) + 1);
        return out;
      },
      inputs: { sizes: [3, 6], args: (n, random) => [Array.from({ length: n }, random)] },
    });
    expect(answer.counterexample).toBeUndefined();
    expect(answer.hostileDifferences).toMatchObject([
      { inputs: 'holes in a list', args: '[[,]]' },
      { inputs: 'undefined and null', args: '[[null]]' },
      { inputs: 'a string in place of something else', args: '[[""]]' },
      // It prints as code that makes such a list.
      {
        inputs: 'an instance of a class that extends Array in place of a list',
        args: '[(class OwnList extends Array {}).from([])]',
      },
      // What the original refuses is told once, and last.
      { args: '[undefined]' },
    ]);
  });

  it('treats another error on a generated input that the original refuses as hostile, on a declared one as wrong', async () => {
    const refuse = (message: string) => (n: number) => {
      if (n > 4) throw new RangeError(message);
      return n;
    };
    const generated = await compareFunctions({
      baseline: refuse('a'),
      candidate: refuse('b'),
      inputs: { sizes: [3, 4], args: (n) => [n] },
    });
    expect(generated.counterexample).toBeUndefined();
    expect(generated.hostileDifferences?.[0]?.expected).toContain('"a"');
    const declared = await compareFunctions({ baseline: refuse('a'), candidate: refuse('b'), inputs: numbers });
    expect(declared.counterexample?.actual).toContain('"b"');
  });

  it('leaves out the arms it is told to', async () => {
    const arms = async (skipArms: readonly string[]): Promise<ReadonlySet<string | undefined>> => {
      const labels: string[] = [];
      const double = (n: number): number => n * 2;
      await compareFunctions({
        baseline: double,
        candidate: double,
        inputs: numbers,
        task: { skipArms },
        onProgress: (label) => labels.push(label),
      });
      return new Set(labels.map((label) => /\((\w+)\)$/.exec(label)?.[1]));
    };
    expect(await arms([])).toContain('edges');
    const rest = await arms(['edges', 'random', 'growth', 'hostile']);
    expect([...rest].sort()).toEqual(['declared', 'history', 'keys', 'sizes']);
  });

  it('keeps within its budget between calls and still compares what is declared', async () => {
    const start = performance.now();
    const slow = (n: number): number => {
      const end = performance.now() + 30;
      while (performance.now() < end);
      return n;
    };
    const answer = await compareFunctions({
      baseline: slow,
      candidate: slow,
      inputs: { sizes: [2, 3], args: (n) => [n] },
      task: { budgetMs: 600 },
    });
    expect(performance.now() - start).toBeLessThan(8_000);
    expect(answer.compared - answer.generated).toBe(2);
    expect(answer.cut).toBe(true);
  });

  it('compares the same cases however quick the functions are, and counts apart what grows while it stays quick', async () => {
    const pausing = (ms: number) => (n: number) => {
      const end = performance.now() + (n > 12 ? ms : 0);
      while (performance.now() < end);
      return n * 2;
    };
    const answer = (ms: number) => compareFunctions({ baseline: pausing(ms), candidate: pausing(ms), inputs: numbers });
    const { grown: _quick, ...quick } = withoutTimes(await answer(0));
    const { grown, ...slow } = withoutTimes(await answer(10));
    // Two arms grow, the number and the size, and each is given up at its first slow case, which is played once more.
    expect(grown).toBe(4);
    expect(quick).toEqual(slow);
    expect(quick.cut).toBeUndefined();
  });

  it('forgets the state of a candidate between independent cases only', async () => {
    const cache = new Set<number>();
    let resets = 0;
    const answer = await compareFunctions({
      baseline: (n: number) => n,
      // Wrong from the second equal call on: only calls without a reset in between can show it.
      candidate: (n: number) => {
        if (cache.has(n)) return n + 1;
        cache.add(n);
        return n;
      },
      reset: () => {
        resets++;
        cache.clear();
      },
      inputs: numbers,
    });
    expect(answer.counterexample).toBeDefined();
    expect(resets).toBeGreaterThan(0);
  });

  it('says what it took on trust', async () => {
    const make = (n: number) => ({
      refuse: (x: object) => Object.keys(x)[0]?.length.toFixed(n) ?? Reflect.ownKeys(n as never),
    });
    const answer = await compareFunctions({ baseline: make, candidate: make, inputs: numbers });
    expect(answer.uncompared?.join()).toContain('functions');
  });
});
