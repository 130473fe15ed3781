// Runs in worker threads, started by before.ts.
import { sequencesLongestChunk } from './before.ts';
import { serve } from './before.sequences-longest.threads.ts';

serve(sequencesLongestChunk);
