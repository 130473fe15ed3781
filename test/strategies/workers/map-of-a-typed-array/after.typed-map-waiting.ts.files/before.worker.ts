// Runs in worker threads, started by before.ts.
import { correctedChunk } from './before.ts';
import { serve } from './before.corrected.threads.ts';

serve(correctedChunk);
