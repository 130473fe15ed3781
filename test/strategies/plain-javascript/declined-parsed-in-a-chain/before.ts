interface Row {
  readonly user: { readonly name: string };
}

/** With an object without a user in the first line and half of one in the second, each step throws an error of its own. */
export function names(lines: string[]): string[] {
  return lines.map((line) => JSON.parse(line) as Row).map((row) => row.user.name);
}
