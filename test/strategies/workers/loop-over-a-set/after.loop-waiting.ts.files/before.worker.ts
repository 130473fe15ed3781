// Runs in worker threads, started by before.ts.
import { settledOfChunk } from './before.ts';
import { serve } from './before.settled-of.threads.ts';

serve(settledOfChunk);
