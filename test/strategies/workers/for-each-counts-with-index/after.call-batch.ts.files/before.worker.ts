// Runs in worker threads, started by before.ts.
export { sumsByDigitChunk as default } from './before.ts';
