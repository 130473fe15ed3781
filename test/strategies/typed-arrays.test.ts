// The typed-arrays strategy on its fixtures: each rewrite is type-checked and executed against the original on edge inputs.
import { typedArrays } from '../../src/engine/strategies/typed-arrays/typed-arrays.ts';
import { testFixtures } from '../support/check-strategy.ts';

testFixtures(typedArrays);
