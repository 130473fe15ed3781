import type { FixtureCases } from '../../../support/check-strategy.ts';

const place = (country: string, city: string) => ({ country, city });

export default {
  calls: () => [[[]], [[place('de', 'Ulm'), place('fr', 'Nice'), place('de', 'Jena'), place('de', 'Ulm')]]],
} satisfies FixtureCases;
