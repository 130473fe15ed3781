// The lines of a unified diff, each with what it is. Told by the ranges of the hunks: a removed line that begins with two dashes looks like a
// header otherwise.

export interface DiffLine {
  readonly kind: 'file' | 'hunk' | 'added' | 'removed' | 'context';
  /** The whole line, without its end. */
  readonly text: string;
}

export function diffLines(diff: string): readonly DiffLine[] {
  let [oldLeft, newLeft] = [0, 0];
  return diff.split('\n').map((text) => {
    if (oldLeft + newLeft === 0) {
      const hunk = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(text);
      if (hunk === null) return { kind: 'file', text };
      oldLeft = Number(hunk[1] ?? 1);
      newLeft = Number(hunk[2] ?? 1);
      return { kind: 'hunk', text };
    }
    // "\ No newline at end of file" is no line of either.
    if (text.startsWith('\\')) return { kind: 'context', text };
    if (!text.startsWith('+')) oldLeft--;
    if (!text.startsWith('-')) newLeft--;
    return { kind: text.startsWith('+') ? 'added' : text.startsWith('-') ? 'removed' : 'context', text };
  });
}
