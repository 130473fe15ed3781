// Runs in worker threads, started by before.ts.
import { byHeightChunk } from './before.ts';
import { serve } from './before.by-height.threads.ts';

serve(byHeightChunk);
