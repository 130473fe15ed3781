// What a row says of the variants that the budget had no time for: they are no verdict, but the reader must know that there are more.
import type { Reason } from '../../model/reason.ts';

/** `variants` by the names that the report knows them by. */
export function untriedNote(variants: readonly string[]): readonly Reason[] {
  if (variants.length === 0) return [];
  const [subject, them] = variants.length === 1 ? ['variant', 'it'] : ['variants', 'them'];
  return [
    {
      code: 'untried',
      message: `The ${subject} ${variants.join(' and ')} of this strategy could not be measured within the budget.`,
      unlock: `Give the run a larger budget to see ${them} beside this one.`,
    },
  ];
}
