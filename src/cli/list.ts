// `speedlens list`: one function a line, name, line and kind; those that cannot be run alone with the reason.
import path from 'node:path';
import { listFunctions } from '../engine/index.ts';
import type { FunctionListing } from '../model/function-listing.ts';

export function list(file: string): number {
  const listings = listFunctions(path.resolve(file));
  const widest = Math.max(0, ...listings.map((listing) => listing.name.length));
  for (const listing of listings) process.stdout.write(`${row(listing, widest)}\n`);
  if (listings.length === 0) process.stderr.write(`${file} has no functions.\n`);
  return 0;
}

function row(listing: FunctionListing, widest: number): string {
  const kind = [listing.isAsync ? 'async' : '', listing.isGenerator ? 'generator' : '', listing.kind]
    .filter((word) => word !== '')
    .join(' ');
  const why = listing.notRunnable === undefined ? '' : `  (not run alone: ${listing.notRunnable.message})`;
  return `${listing.name.padEnd(widest)}  ${String(listing.line).padStart(5)}  ${kind}${why}`;
}
