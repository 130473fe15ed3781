// Reports against the JSON schema that scripts rely on: every report in the tests goes through here.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import type { Report } from '../../src/model/report.ts';

export const reportSchema = JSON.parse(
  readFileSync(new URL('../../media/report.schema.json', import.meta.url), 'utf8'),
) as Record<string, unknown>;

const validate = new Ajv2020({ allErrors: true, strict: false }).compile(reportSchema);

/** Errors of the report against the schema, as sentences; empty when it conforms. */
export function schemaErrors(report: unknown): readonly string[] {
  // What is written to disk is judged, not what stands in memory.
  validate(JSON.parse(JSON.stringify(report)));
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}

export function expectValidReport(report: Report): void {
  expect(schemaErrors(report)).toEqual([]);
}
