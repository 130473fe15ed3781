// Runs in worker threads, started by before.js.
export { weightsChunk as default } from './before.js';
