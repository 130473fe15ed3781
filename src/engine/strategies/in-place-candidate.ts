// The most usual candidate: edits of the subject's own file, which keep its signature, mostly need no package, and are compared exactly.
import type { RewrittenFile } from '../../model/report.ts';
import type { Candidate } from './strategy.ts';

type Given = Pick<Candidate, 'strategy' | 'variant' | 'summary' | 'caveats'> &
  Partial<Pick<Candidate, 'workload' | 'resetExpression' | 'cacheSizeExpression' | 'differsFor' | 'dependencies'>>;

/** One call shows its effect, unless another workload is given. */
export function inPlaceCandidate(file: RewrittenFile, given: Given): Candidate {
  return { signature: 'same', files: [file], dependencies: {}, workload: 'single', tolerance: 'exact', ...given };
}
