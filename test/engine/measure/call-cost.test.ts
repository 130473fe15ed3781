import fc from 'fast-check';
import { expect, it } from 'vitest';
import { callTakenOff } from '../../../src/engine/measure/child/call-cost.ts';

const nanoseconds = fc.double({ min: 0.1, max: 1e9, noNaN: true });

it('the call is taken off in full once the work is longer than that', () => {
  expect(callTakenOff(236, 36)).toBe(200);
  expect(callTakenOff(2167, 36)).toBe(2131);
});

it('what is left is never more than what was measured, nor less than the cost of a call or all that there was', () => {
  fc.assert(
    fc.property(nanoseconds, nanoseconds, (call, floor) => {
      const left = callTakenOff(call, floor);
      expect(left).toBeLessThanOrEqual(call);
      expect(left).toBeGreaterThanOrEqual(Math.min(call, floor));
    }),
    { seed: 1 },
  );
});

it('keeps the order of calls, so that nothing slower becomes faster by it', () => {
  fc.assert(
    fc.property(nanoseconds, nanoseconds, nanoseconds, (one, other, floor) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)];
      expect(callTakenOff(less, floor)).toBeLessThanOrEqual(callTakenOff(more, floor));
    }),
    { seed: 1 },
  );
});

it('makes no ratio larger than twice what somebody who calls both would see', () => {
  fc.assert(
    fc.property(nanoseconds, nanoseconds, nanoseconds, (one, other, floor) => {
      const [fast, slow] = [Math.max(floor, Math.min(one, other)), Math.max(floor, one, other)];
      expect(callTakenOff(slow, floor) / callTakenOff(fast, floor)).toBeLessThanOrEqual((slow / fast) * 2 + 1e-9);
    }),
    { seed: 1 },
  );
});
