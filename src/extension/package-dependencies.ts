// A package.json with more dependencies, written the way npm writes it: same indentation and line ends, names sorted. Text in, text out.

/** The dependencies that a package.json does not have in any section yet. */
export function missingDependencies(
  manifestText: string,
  wanted: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const manifest = JSON.parse(withoutByteOrderMark(manifestText)) as Record<string, Record<string, string> | undefined>;
  const sections = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];
  const has = (name: string) => sections.some((section) => manifest[section]?.[name] !== undefined);
  return Object.fromEntries(Object.entries(wanted).filter(([name]) => !has(name)));
}

export function withDependencies(manifestText: string, added: Readonly<Record<string, string>>): string {
  const text = withoutByteOrderMark(manifestText);
  const manifest = JSON.parse(text) as Record<string, unknown> & { dependencies?: Record<string, string> };
  const all = Object.entries({ ...manifest.dependencies, ...added }).sort(([a], [b]) => (a < b ? -1 : 1));
  manifest.dependencies = Object.fromEntries(all);
  const indentation = /^[\t ]+/m.exec(text)?.[0] ?? '  ';
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const lastLineEnd = /\r?\n$/.test(text) ? '\n' : '';
  return (JSON.stringify(manifest, null, indentation) + lastLineEnd).replaceAll('\n', lineEnd);
}

export function installCommand(dependencies: Readonly<Record<string, string>>): string {
  const specifiers = Object.entries(dependencies).map(([name, range]) => `"${name}@${range}"`);
  return `npm install ${specifiers.join(' ')}`;
}

function withoutByteOrderMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}
