// Runs in worker threads, started by before.ts.
import { settleInTurnChunk } from './before.ts';
import { serve } from './before.settle-in-turn.threads.ts';

serve(settleInTurnChunk);
