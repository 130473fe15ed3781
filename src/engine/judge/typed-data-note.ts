// What callers would gain who had their numbers in typed arrays, where the row speaks of a rewrite that asks nothing of them.
import type { Reason } from '../../model/reason.ts';
import { formatRatio } from '../../present/format-duration.ts';
import type { Judgement } from './judge-candidates.ts';

/** `faster`: a candidate that takes or gives typed arrays and is faster; empty where there is none. */
export function typedDataNote(faster: Judgement | undefined): readonly Reason[] {
  if (faster?.headline === undefined) return [];
  const { variantId, headline } = faster;
  const variant = variantId.slice(variantId.indexOf('/') + 1);
  const callers = callersOf[variant] ?? 'callers whose numbers are in typed arrays already';
  const message = `for ${callers}, a function of its own (${variant}) was ${formatRatio(headline.ratio.value)} as fast as the original at ${headline.label}.`;
  return [{ code: 'typed-data', message }];
}

const callersOf: Readonly<Record<string, string>> = {
  'result-only': 'callers that take a typed array as the result',
  resident: "callers that keep their numbers in the kernel's memory",
};
