// Runs in worker threads, started by before.ts.
import { spreadsChunk } from './before.ts';
import { serve } from './before.spreads.threads.ts';

serve(spreadsChunk);
