// Runs in worker threads, started by before.ts.
import { walksChunk } from './before.ts';
import { serve } from './before.walks.threads.ts';

serve(walksChunk);
