// Runs in worker threads, started by before.ts.
import { chainsChunk } from './before.ts';
import { serve } from './before.chains.threads.ts';

serve(chainsChunk);
