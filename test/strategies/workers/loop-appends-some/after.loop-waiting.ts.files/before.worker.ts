// Runs in worker threads, started by before.ts.
import { primesOfChunk } from './before.ts';
import { serve } from './before.primes-of.threads.ts';

serve(primesOfChunk);
