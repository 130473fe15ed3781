// Runs in worker threads, started by before.ts.
import { bestSplitChunk } from './before.ts';
import { serve } from './before.best-split.threads.ts';

serve(bestSplitChunk);
