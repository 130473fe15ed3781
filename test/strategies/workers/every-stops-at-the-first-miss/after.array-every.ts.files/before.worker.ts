// Runs in worker threads, started by before.ts.
export { areCheapChunk as default } from './before.ts';
