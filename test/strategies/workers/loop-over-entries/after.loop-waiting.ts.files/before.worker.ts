// Runs in worker threads, started by before.ts.
import { listedChunk } from './before.ts';
import { serve } from './before.listed.threads.ts';

serve(listedChunk);
