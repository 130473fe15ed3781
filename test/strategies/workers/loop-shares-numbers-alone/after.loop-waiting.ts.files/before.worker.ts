// Runs in worker threads, started by before.ts.
import { weighedChunk } from './before.ts';
import { serve } from './before.weighed.threads.ts';

serve(weighedChunk);
