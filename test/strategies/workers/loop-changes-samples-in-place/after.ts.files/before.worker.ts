// Runs in worker threads, started by before.ts.
import { shapeChunk } from './before.ts';
import { serve } from './before.shape.threads.ts';

serve(shapeChunk);
