// Report files: one Report as an object, several as an array.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SpeedlensFailure } from '../engine/index.ts';
import type { Report } from '../model/report.ts';

/** Throws SpeedlensFailure for a file that is missing, not JSON, or not of format version 1. */
export function readReports(file: string): readonly Report[] {
  const absolute = path.resolve(file);
  if (!existsSync(absolute)) throw notAReport(file, 'there is no such file');
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(absolute, 'utf8'));
  } catch (error) {
    throw notAReport(file, `it is not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
  const reports: readonly unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  if (reports.length === 0) throw notAReport(file, 'it holds no report');
  return reports.map((report) => {
    if (!isReport(report)) throw notAReport(file, 'it is not of format version 1');
    return report;
  });
}

function isReport(value: unknown): value is Report {
  return (
    typeof value === 'object' &&
    value !== null &&
    'formatVersion' in value &&
    value.formatVersion === 1 &&
    'subject' in value &&
    'results' in value
  );
}

function notAReport(file: string, why: string): SpeedlensFailure {
  return new SpeedlensFailure(
    'not-a-report',
    `${file} is not a Speedlens report: ${why}.`,
    'Name a file written with --json.',
    2,
  );
}
