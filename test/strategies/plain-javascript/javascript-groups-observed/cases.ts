import type { FixtureCases } from '../../../support/check-strategy.ts';

const rows = [{ kind: 'a' }, { kind: 'b' }, { kind: 'a' }];

export default {
  select: 'groupBy',
  calls: () => [[rows, 'kind'], [new Set(rows), 'kind'], [[, ...rows], 'id'], [undefined, 'kind'], [[null], 'kind'], [{}, 1]],
  observed: () => [[rows, 'kind'], [[], 'id']],
} satisfies FixtureCases;
