// Runs in worker threads, started by before.ts.
import { filterRunChunk } from './before.ts';
import { serve } from './before.filter-run.threads.ts';

serve(filterRunChunk);
