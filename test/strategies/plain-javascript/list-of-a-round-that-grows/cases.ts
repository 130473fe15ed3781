import type { FixtureCases } from '../../../support/check-strategy.ts';

const rows = [{ tags: ['A', 'b', 'seen'] }, { tags: [] }, { tags: ['b', , 'c'] as string[] }];

export default { calls: () => [[rows, ['a', 'b', 'seen']], [[], ['a']], [rows, []]] } satisfies FixtureCases;
