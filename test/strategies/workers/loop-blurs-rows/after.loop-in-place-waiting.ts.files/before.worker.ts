// Runs in worker threads, started by before.ts.
import { blurRowsChunk } from './before.ts';
import { serve } from './before.blur-rows.threads.ts';

serve(blurRowsChunk);
