// Runs in worker threads, started by before.ts.
import { settledChunk } from './before.ts';
import { serve } from './before.settled.threads.ts';

serve(settledChunk);
