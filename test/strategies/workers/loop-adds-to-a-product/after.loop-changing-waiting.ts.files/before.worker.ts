// Runs in worker threads, started by before.ts.
import { multiplyChunk } from './before.ts';
import { serve } from './before.multiply.threads.ts';

serve(multiplyChunk);
