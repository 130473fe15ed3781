export function json(lines: string[]) {
  return lines.map((l) => JSON.parse(l) as { at: string }).map((e) => new Date(e.at).toISOString());
}
