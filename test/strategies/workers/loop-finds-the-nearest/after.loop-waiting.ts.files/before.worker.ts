// Runs in worker threads, started by before.ts.
import { cheapestChunk } from './before.ts';
import { serve } from './before.cheapest.threads.ts';

serve(cheapestChunk);
