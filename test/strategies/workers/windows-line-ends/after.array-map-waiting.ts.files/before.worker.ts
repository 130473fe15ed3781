// Runs in worker threads, started by before.ts.
import { totalChunk } from './before.ts'
import { serve } from './before.total.threads.ts'

serve(totalChunk)
