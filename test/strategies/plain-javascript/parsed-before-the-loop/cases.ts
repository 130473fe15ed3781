import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [
    [['{"user":"a","bytes":2048}', '{"user":"b","bytes":5}', '{"user":"c","bytes":4096}']],
    [[]],
    [['null', 'no JSON']],
    [['{"user":"a","bytes":2048}', 'null']],
  ],
} satisfies FixtureCases;
