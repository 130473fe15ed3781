// Text laid out for a terminal: tables that fit its width, wrapped sentences, and no control characters from the user's code.

export interface TableLayout {
  /** How many columns stand in front of every part when the table does not fit at once. */
  readonly lead: number;
  readonly width: number;
  readonly paintHeader: (line: string) => string;
}

/** One table, or several one under the other when it would not fit: each begins with the same `lead` columns. Cells hold no colour codes. */
export function tables(rows: readonly (readonly string[])[], { lead, width, paintHeader }: TableLayout): string {
  const cells = rows.map((row) => row.map(printable));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => columnsOf(row[column] ?? ''))));
  const widthOf = (columns: readonly number[]) => columns.reduce((sum, column) => sum + (widths[column] ?? 0) + 2, -2);
  const leading = widths.slice(0, lead).map((_, column) => column);
  const groups: number[][] = [[...leading]];
  for (let column = lead; column < widths.length; column++) {
    const group = groups.at(-1) ?? [];
    if (group.length > lead && widthOf([...group, column]) > width) groups.push([...leading, column]);
    else group.push(column);
  }
  return groups.map((columns) => table(cells, columns, widths, paintHeader)).join('\n\n');
}

/** Columns padded to their widest cell; the header dimmed. */
function table(
  rows: readonly (readonly string[])[],
  columns: readonly number[],
  widths: readonly number[],
  paintHeader: (line: string) => string,
): string {
  return rows
    .map((row, index) => {
      const line = columns
        .map((column) => {
          const cell = row[column] ?? '';
          const padding = ' '.repeat(Math.max(0, (widths[column] ?? 0) - columnsOf(cell)));
          return column === 0 ? cell + padding : padding + cell;
        })
        .join('  ')
        .trimEnd();
      return index === 0 ? paintHeader(line) : line;
    })
    .join('\n');
}

/** What a terminal takes for a text: two columns for East Asian and emoji characters, none for combining marks. */
function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (/\p{Mark}|\u200d/u.test(character)) continue;
    columns +=
      /\p{Emoji_Presentation}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[\uff01-\uff60]/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return columns;
}

/** Words on lines of at most `width` columns, each line indented; a longer word gets a line of its own. */
export function wrapped(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of printable(text).split(/\s+/)) {
    if (line !== '' && indent.length + columnsOf(line) + 1 + columnsOf(word) > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(indent + line);
  return lines.join('\n');
}

/** Labels and errors come from the user's code: what they contain may not steer the terminal. */
export function printable(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\p{Cc}/gu, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
  });
}
