// Runs in worker threads, started by before.ts.
import { heatStepChunk } from './before.ts';
import { serve } from './before.heat-step.threads.ts';

serve(heatStepChunk);
