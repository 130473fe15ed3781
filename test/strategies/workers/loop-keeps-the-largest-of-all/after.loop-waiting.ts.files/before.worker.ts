// Runs in worker threads, started by before.ts.
import { farthestChunk } from './before.ts';
import { serve } from './before.farthest.threads.ts';

serve(farthestChunk);
