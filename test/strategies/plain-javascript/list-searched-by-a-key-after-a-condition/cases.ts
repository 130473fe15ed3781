import type { FixtureCases } from '../../../support/check-strategy.ts';

const member = (id: number, kind: 'guest' | 'staff', isGone = false) => ({ id, kind, isGone });
const all = [member(1, 'staff', true), member(1, 'staff'), member(2, 'guest'), member(Number.NaN, 'staff'), member(0, 'staff')];

export default {
  calls: () => [
    [[], []],
    [[1, 2, 3, Number.NaN, -0], all],
    [[1, 2], all, member(2, 'guest')],
  ],
} satisfies FixtureCases;
