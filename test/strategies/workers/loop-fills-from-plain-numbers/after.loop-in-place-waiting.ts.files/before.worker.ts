// Runs in worker threads, started by before.ts.
import { rootsChunk } from './before.ts';
import { serve } from './before.roots.threads.ts';

serve(rootsChunk);
