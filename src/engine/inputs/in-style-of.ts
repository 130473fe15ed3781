// Dresses canonical text (two spaces, semicolons, '\n') in the style of the user's file. Quotes are written in style from the start.
import type { CodeStyle } from '../source/code-style.ts';

export function inStyleOf(text: string, style: CodeStyle): string {
  const lines = text.split('\n').map((line) => {
    const lead = /^ */.exec(line)?.[0].length ?? 0;
    const spaces = lead - (lead % 2);
    const indented = style.indent.repeat(spaces / 2) + line.slice(spaces);
    return style.semicolons || indented.trimStart().startsWith('//') ? indented : indented.replace(/;$/, '');
  });
  return lines.join(style.eol);
}
