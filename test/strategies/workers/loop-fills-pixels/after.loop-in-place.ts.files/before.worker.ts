// Runs in worker threads, started by before.ts.
export { fractalChunk as default } from './before.ts';
