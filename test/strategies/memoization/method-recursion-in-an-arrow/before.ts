export class Matcher {
  constructor(
    readonly pattern: string,
    readonly wildcard: string,
  ) {}

  /** Letters that text and pattern have in common, in order. */
  common(text: string): number {
    const go = (i: number, j: number): number => {
      if (i >= text.length || j >= this.pattern.length) return 0;
      if (text[i] === this.pattern[j] || this.pattern[j] === this.wildcard) return 1 + go(i + 1, j + 1);
      return Math.max(go(i + 1, j), go(i, j + 1));
    };
    return go(0, 0);
  }
}
