import { describe, expect, it } from 'vitest';
import { compareFunctions } from './compare-functions.ts';
import { rightRewrites, unsteady, wrongRewrites } from './rewrites.ts';

describe('compareVariants', () => {
  for (const [what, rewrite] of wrongRewrites) {
    it(`catches a wrong rewrite: ${what}`, async () => {
      const answer = await compareFunctions(rewrite());
      expect(answer.counterexample, JSON.stringify(answer)).toBeDefined();
      expect(answer.counterexample?.expected).not.toBe(answer.counterexample?.actual);
      console.log(what, answer.compared, answer.counterexample);
    });
  }

  for (const [what, rewrite] of rightRewrites) {
    it(`lets a right rewrite pass: ${what}`, async () => {
      const answer = await compareFunctions(rewrite());
      expect(answer.counterexample).toBeUndefined();
      expect(answer.compared).toBeGreaterThan(10);
      expect(answer.returned).toBeGreaterThan(5);
      console.log(what, answer);
    });
  }
  it('skips cases that the original does not answer the same way twice', async () => {
    const answer = await compareFunctions(unsteady);
    expect(answer.compared).toBe(0);
    expect(answer.skipped).toBeGreaterThan(0);
    expect(answer.counterexample).toBeUndefined();
  });
});
