// Runs in worker threads, started by before.ts.
import { settledBackwardsChunk } from './before.ts';
import { serve } from './before.settled-backwards.threads.ts';

serve(settledBackwardsChunk);
