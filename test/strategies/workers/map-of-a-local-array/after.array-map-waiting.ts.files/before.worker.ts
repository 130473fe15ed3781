// Runs in worker threads, started by before.ts.
import { evenSquaresChunk } from './before.ts';
import { serve } from './before.even-squares.threads.ts';

serve(evenSquaresChunk);
