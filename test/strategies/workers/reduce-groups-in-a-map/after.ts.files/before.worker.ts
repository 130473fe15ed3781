// Runs in worker threads, started by before.ts.
export { byDigitSumChunk as default } from './before.ts';
