// Runs in worker threads, started by before.ts.
import { reciprocalsChunk } from './before.ts';
import { serve } from './before.reciprocals.threads.ts';

serve(reciprocalsChunk);
