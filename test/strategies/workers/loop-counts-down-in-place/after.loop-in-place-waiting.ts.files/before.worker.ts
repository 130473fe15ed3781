// Runs in worker threads, started by before.ts.
import { endsOfChunk } from './before.ts';
import { serve } from './before.ends-of.threads.ts';

serve(endsOfChunk);
