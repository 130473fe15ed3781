// Runs in worker threads, started by before.ts.
import { insideChunk } from './before.ts';
import { serve } from './before.inside.threads.ts';

serve(insideChunk);
