export function dashes(options?: { width: number }): string {
  let line = '';
  for (let i = 0; i < 3; i++) line += options === undefined ? '=' : '-'.repeat(options.width);
  return line;
}
