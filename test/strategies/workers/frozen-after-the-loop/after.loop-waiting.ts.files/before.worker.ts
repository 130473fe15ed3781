// Runs in worker threads, started by before.ts.
import { squaresChunk } from './before.ts';
import { serve } from './before.squares.threads.ts';

serve(squaresChunk);
