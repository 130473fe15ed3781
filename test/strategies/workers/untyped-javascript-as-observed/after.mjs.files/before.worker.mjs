// Runs in worker threads, started by before.mjs.
export { powerChunk as default } from './before.mjs';
