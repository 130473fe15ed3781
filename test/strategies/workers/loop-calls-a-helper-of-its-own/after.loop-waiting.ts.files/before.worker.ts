// Runs in worker threads, started by before.ts.
import { queensChunk } from './before.ts';
import { serve } from './before.queens.threads.ts';

serve(queensChunk);
