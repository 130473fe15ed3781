// Runs in worker threads, started by before.ts.
export { collidesChunk as default } from './before.ts';
