// Runs in worker threads, started by before.ts.
import { meanAndSpreadChunk } from './before.ts';
import { serve } from './before.mean-and-spread.threads.ts';

serve(meanAndSpreadChunk);
