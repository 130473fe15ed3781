import type { FixtureCases } from '../../../support/check-strategy.ts';

export default {
  calls: () => [[['{"at":"2020-01-01"}']],[['{"at":"x"}','no json']]],
} satisfies FixtureCases;
