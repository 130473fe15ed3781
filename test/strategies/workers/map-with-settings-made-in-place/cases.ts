import type { FixtureCases } from '../../../support/check-strategy.ts';

class Scored {
  readonly id = 3;
  get score(): number {
    return this.id * 2;
  }
}
const noted = { note: 'inherited' };
const rows = (count: number) => Array.from({ length: count }, (_, id) => ({ id, score: (id * 37) % 11 }));
const known = ['1', '3', '8'];

export default {
  calls: () => [
    [rows(40), 2, known],
    [[], 2, known],
    [[new Scored(), ...rows(3)], 2, known],
    [[...rows(3), Object.assign(Object.create(noted), { id: 1, score: 2 })], 2, []],
    [[{ id: 1, score: 2, note: 'own', more: new Scored() }], 2, []],
    [Object.assign(rows(3), { more: 1 }), 2, []],
    [[...rows(2), undefined, null] as never, 2, []],
    [[...rows(2), 7, 'text'] as never, 2, []],
  ],
} satisfies FixtureCases;
