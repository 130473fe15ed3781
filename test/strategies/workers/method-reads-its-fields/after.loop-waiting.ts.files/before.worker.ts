// Runs in worker threads, started by before.ts.
import { projectorProjectChunk } from './before.ts';
import { serve } from './before.projector-project.threads.ts';

serve(projectorProjectChunk);
