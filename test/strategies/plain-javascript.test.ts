// The plain-javascript strategy on its fixtures: each rewrite is type-checked and executed against the original, on arrays with holes, too.
import { plainJavaScript } from '../../src/engine/strategies/plain-javascript/plain-javascript.ts';
import { testFixtures } from '../support/check-strategy.ts';

testFixtures(plainJavaScript);
