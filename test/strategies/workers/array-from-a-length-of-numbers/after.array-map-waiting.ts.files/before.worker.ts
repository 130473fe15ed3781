// Runs in worker threads, started by before.ts.
import { tableChunk } from './before.ts';
import { serve } from './before.table.threads.ts';

serve(tableChunk);
