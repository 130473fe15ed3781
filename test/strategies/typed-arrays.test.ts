import { typedArrays } from '../../src/engine/strategies/typed-arrays/typed-arrays.ts';
import { testFixtures } from '../support/check-strategy.ts';

testFixtures(typedArrays);
