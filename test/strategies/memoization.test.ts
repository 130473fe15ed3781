// The memoization strategy on its fixtures; the rest of this file is about the generated cache at work.
import { memoization } from '../../src/engine/strategies/memoization/memoization.ts';
import { testFixtures } from '../support/check-strategy.ts';

testFixtures(memoization);
