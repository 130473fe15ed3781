// Runs in worker threads, started by before.ts.
import { fractalChunk } from './before.ts';
import { serve } from './before.fractal.threads.ts';

serve(fractalChunk);
