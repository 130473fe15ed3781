// docs/reasons.md as text, from the catalogue of reasons and the fixtures that are its examples. The fixtures' own tests run the strategies on
// them and hold the reasons, so what is printed here is what a strategy says.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CatalogedReason, ReasonGroup } from '../../src/model/reason-catalog.ts';

/** Where a declined fixture says so, as it stands in declined.txt. */
interface ShownDecline {
  readonly line: number | undefined;
  readonly message: string;
  readonly unlock?: string;
}

export function reasonsPage(groups: readonly ReasonGroup[], fixturesFolder: string): string {
  const sections = groups.flatMap(({ title, about, reasons }) => [
    `## ${title}`,
    about,
    ...reasons.flatMap((reason) => section(reason, fixturesFolder)),
  ]);
  const index = groups.map(({ title, reasons }) => `| ${title} | ${reasons.map(({ code }) => link(code)).join(' ')} |`);
  return [
    '# Why not: every reason, with an example',
    'A strategy that has no rewrite says why, at which line, and where there is one which edit would unlock it. The codes are stable: reports, ' +
      '`speedlens bench --json` and the hints in the editor carry them. Generated from `src/model/reason-catalog.ts`; see CONTRIBUTING.',
    ['| about | codes |', '| --- | --- |', ...index].join('\n'),
    ...sections,
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

export function declineOf(code: string, fixture: string, fixturesFolder: string): ShownDecline | undefined {
  const file = path.join(fixturesFolder, fixture, 'declined.txt');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const at = lines.findIndex((line) => line.startsWith(`${code} `));
  const parts = /^\S+ (?:(\d+):\d+|-) (.*)$/.exec(lines[at] ?? '');
  if (parts?.[2] === undefined) return undefined;
  const unlock = /^ {4}unlock: (.*)$/.exec(lines[at + 1] ?? '')?.[1];
  return {
    line: parts[1] === undefined ? undefined : Number(parts[1]),
    message: parts[2],
    ...(unlock === undefined ? {} : { unlock }),
  };
}

function section({ code, title, explanation, unlock, example }: CatalogedReason, fixturesFolder: string): string[] {
  const head = [`### ${code}`, `**${title[0]?.toUpperCase()}${title.slice(1)}.** ${explanation}`];
  const help = unlock === undefined ? [] : [`To unlock it: ${unlock}`];
  if ('sentence' in example) return [...head, ...help, `> ${example.sentence}`];
  const decline = declineOf(code, example.fixture, fixturesFolder);
  const { text, language } = before(path.join(fixturesFolder, example.fixture));
  const place = decline?.line === undefined ? '' : `Line ${decline.line}: `;
  const said = decline?.message ?? '';
  const sentence = /[.!?]$/.test(said) ? said : `${said}.`;
  const advice = decline?.unlock === undefined ? '' : ` ${decline.unlock}`;
  return [...head, ...help, `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``, `> ${place}${sentence}${advice}`];
}

function before(folder: string): { readonly text: string; readonly language: string } {
  const name = readdirSync(folder).find((file) => /^before\.[cm]?[jt]sx?$/.test(file));
  if (name === undefined) throw new Error(`${folder} has no before file.`);
  return {
    text: readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n'),
    language: /[jt]sx?$/.exec(name)?.[0] ?? '',
  };
}

function link(code: string): string {
  return `[${code}](#${code.toLowerCase()})`;
}
