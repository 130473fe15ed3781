import { pathsKernel } from './before.paths.wasm.ts';

/** Counts the ways; of what is no number there is no end. */
export function paths(rows: number, columns: number): number {
  return pathsKernel(rows, columns) ?? pathsInJavaScript(rows, columns);
}

function pathsInJavaScript(rows: number, columns: number): number {
  if (rows === 0 || columns === 0) return 1;
  return pathsInJavaScript(rows - 1, columns) + pathsInJavaScript(rows, columns - 1);
}
