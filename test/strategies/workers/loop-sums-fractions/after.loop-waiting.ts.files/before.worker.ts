// Runs in worker threads, started by before.ts.
import { totalCostChunk } from './before.ts';
import { serve } from './before.total-cost.threads.ts';

serve(totalCostChunk);
