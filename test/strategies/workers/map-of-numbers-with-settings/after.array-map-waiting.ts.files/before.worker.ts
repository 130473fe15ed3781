// Runs in worker threads, started by before.ts.
import { ratesOfChunk } from './before.ts';
import { serve } from './before.rates-of.threads.ts';

serve(ratesOfChunk);
