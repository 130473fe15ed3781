// `speedlens apply`: writes the rewrite of one strategy from a report file.

import { applyRewrite, SpeedlensFailure } from '../engine/index.ts';
import { readReports } from './report-file.ts';

export function apply(file: string, flags: { readonly strategy: string; readonly function?: string }): number {
  const reports = readReports(file);
  const wanted = reports.filter((report) => flags.function === undefined || report.subject.name === flags.function);
  const [report] = wanted;
  if (report === undefined || wanted.length > 1) {
    const names = reports.map((candidate) => candidate.subject.name).join(', ');
    throw new SpeedlensFailure(
      'which-report',
      `${file} holds ${wanted.length} reports that fit.`,
      `Choose one with --function: ${names}.`,
      2,
    );
  }
  const applied = applyRewrite(report, flags.strategy);
  for (const changed of applied.changed) process.stdout.write(`changed ${changed}\n`);
  for (const created of applied.created) process.stdout.write(`created ${created}\n`);
  const packages = Object.entries(applied.dependencies).map(([name, range]) => `${name}@${range}`);
  if (packages.length > 0)
    process.stdout.write(`The new code imports ${packages.join(', ')}: npm install ${packages.join(' ')}\n`);
  return 0;
}
