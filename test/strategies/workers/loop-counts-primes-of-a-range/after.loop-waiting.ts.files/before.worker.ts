// Runs in worker threads, started by before.ts.
import { countPrimesChunk } from './before.ts';
import { serve } from './before.count-primes.threads.ts';

serve(countPrimesChunk);
