import { describe, expect, it } from 'vitest';
import { watchedCall } from '../../../src/engine/verify/child/watched-call.ts';

describe('watchedCall', () => {
  it('ends an endless loop, even one that catches everything', async () => {
    const loop = (): never => {
      for (;;) {
        try {
          for (;;);
        } catch {
          // Whatever comes, go on.
        }
      }
    };
    expect(await watchedCall(loop, 50)).toEqual({ kind: 'timed-out' });
  });

  it('ends a regular expression that backtracks for ever', async () => {
    expect(await watchedCall(() => /^(a+)+$/.test(`${'a'.repeat(40)}b`), 50)).toEqual({ kind: 'timed-out' });
  });

  it('gives up on a promise that never settles', async () => {
    expect(await watchedCall(() => new Promise(() => {}), 20)).toEqual({ kind: 'timed-out' });
  });

  it('tells a thrown value from a rejected one, and a value from a promise of it', async () => {
    const fail = (): never => {
      throw new RangeError('no');
    };
    expect(await watchedCall(fail, 50)).toMatchObject({ kind: 'threw', promised: false });
    expect(await watchedCall(async () => fail(), 50)).toMatchObject({ kind: 'threw', promised: true });
    expect(await watchedCall(() => 1, 50)).toEqual({ kind: 'returned', value: 1, promised: false });
    expect(await watchedCall(async () => 1, 50)).toEqual({ kind: 'returned', value: 1, promised: true });
  });

  it('can be used by the function it watches', async () => {
    const inner = await watchedCall(() => watchedCall(() => 2, 50), 200);
    expect(inner).toMatchObject({ kind: 'returned', value: { kind: 'returned', value: 2 } });
  });
});
