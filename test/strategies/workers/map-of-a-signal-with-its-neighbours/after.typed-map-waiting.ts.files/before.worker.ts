// Runs in worker threads, started by before.ts.
import { smoothedChunk } from './before.ts';
import { serve } from './before.smoothed.threads.ts';

serve(smoothedChunk);
