// Runs in worker threads, started by before.ts.
import { histogramChunk } from './before.ts';
import { serve } from './before.histogram.threads.ts';

serve(histogramChunk);
