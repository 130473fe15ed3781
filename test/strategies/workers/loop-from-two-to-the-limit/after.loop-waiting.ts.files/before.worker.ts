// Runs in worker threads, started by before.ts.
import { divisorsUpToChunk } from './before.ts';
import { serve } from './before.divisors-up-to.threads.ts';

serve(divisorsUpToChunk);
