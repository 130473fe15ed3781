export class Matcher {
  constructor(
    readonly pattern: string,
    readonly wildcard: string,
  ) {}

  /** Letters that text and pattern have in common, in order. */
  common(text: string): number {
    // Results of go by its arguments, which hold for this call of Matcher.common only.
    const goCache: number[][] = [];

    function rememberGo(i: number, j: number, result: number): number {
      (goCache[i] ??= [])[j] = result;
      return result;
    }

    const go = (i: number, j: number): number => {
      if (i >= text.length || j >= this.pattern.length) return 0;
      const cached = goCache[i]?.[j];
      if (cached !== undefined) return cached;
      if (text[i] === this.pattern[j] || this.pattern[j] === this.wildcard) return rememberGo(i, j, 1 + go(i + 1, j + 1));
      return rememberGo(i, j, Math.max(go(i + 1, j), go(i, j + 1)));
    };
    return go(0, 0);
  }
}
