// Runs in worker threads, started by before.ts.
import { renderChunk } from './before.ts';
import { serve } from './before.render.threads.ts';

serve(renderChunk);
