// Runs in worker threads, started by before.js.
import { longestChainChunk } from './before.js';
import { serve } from './before.longest-chain.threads.js';

serve(longestChainChunk);
