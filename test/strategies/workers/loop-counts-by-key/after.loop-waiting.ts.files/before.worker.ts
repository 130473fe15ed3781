// Runs in worker threads, started by before.ts.
import { countsByCostChunk } from './before.ts';
import { serve } from './before.counts-by-cost.threads.ts';

serve(countsByCostChunk);
