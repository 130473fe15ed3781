// Runs in worker threads, started by before.ts.
import { settleIntoChunk } from './before.ts';
import { serve } from './before.settle-into.threads.ts';

serve(settleIntoChunk);
