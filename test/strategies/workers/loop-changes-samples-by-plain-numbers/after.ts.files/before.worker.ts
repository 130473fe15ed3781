// Runs in worker threads, started by before.ts.
import { bendChunk } from './before.ts';
import { serve } from './before.bend.threads.ts';

serve(bendChunk);
