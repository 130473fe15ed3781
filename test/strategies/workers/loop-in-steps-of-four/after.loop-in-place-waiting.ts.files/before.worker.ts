// Runs in worker threads, started by before.ts.
import { grayedChunk } from './before.ts';
import { serve } from './before.grayed.threads.ts';

serve(grayedChunk);
