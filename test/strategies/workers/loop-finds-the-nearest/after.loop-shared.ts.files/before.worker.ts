// Runs in worker threads, started by before.ts.
export { cheapestChunk as default } from './before.ts';
