// Runs in worker threads, started by before.ts.
export { correctedChunk as default } from './before.ts';
