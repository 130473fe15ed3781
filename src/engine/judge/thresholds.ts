// The lines between verdicts, each with its reason. A claim needs all of them; see judge-candidate.ts.

/**
 * A claim's probability under "equally fast", after Holm's correction over the candidates of the run, must be below this. Stricter than the
 * 95 % intervals that are shown: at 5 % one report in thirty claims a difference between identical builds on a noisy machine (judge.test.ts).
 */
export const SIGNIFICANCE = 0.01;

/**
 * Smaller differences are not claimed, however significant: below this, code placement alone decides (see ARCHITECTURE.md, "Measurement"), and a
 * slow-down of 3 % has to stand clear of it to be found nine times of ten.
 */
export const SMALLEST_CLAIM = 0.02;

/** When a difference of this size could have gone unseen, saying "no difference" would say nothing. */
export const USEFUL_RESOLUTION = 0.1;

/** A call that costs, besides being called, less than this many times an empty call is below what can be measured. */
export const FLOOR_MULTIPLE = 1.5;

/** Where an empty call takes more than this share of a time, the time is told by its bounds: what of the call was hidden cannot be known. */
export const LARGEST_CALL_SHARE = 0.05;

/** Processes of each variant that a claim needs: two can agree by accident, and then their interval has hardly any width. */
export const FEWEST_PAIRS = 3;
