// The strategies, in the order of the report's rows. The only file that names them all.
import { memoization } from './memoization/memoization.ts';
import { plainJavaScript } from './plain-javascript/plain-javascript.ts';
import type { Strategy } from './strategy.ts';
import { streamingIo } from './streaming-io/streaming-io.ts';
import { typedArrays } from './typed-arrays/typed-arrays.ts';
import { webassembly } from './webassembly/webassembly.ts';
import { workers } from './workers/workers.ts';

export const strategies: readonly Strategy[] = [
  plainJavaScript,
  workers,
  typedArrays,
  webassembly,
  memoization,
  streamingIo,
];
