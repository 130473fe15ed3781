// Random functions of numbers that call themselves, for the kernel compiler: with one return or several, loops and labels, variables that are
// set, and operands that are calls again. `k` goes down in every call, and so they end.

type Pick = <T>(choices: readonly T[]) => T;

/** A function `name(k, s, on)`; `value` gives an expression of `s`, `t`, `w` and `k`. */
export function randomRecursion(name: string, pick: Pick, value: () => string): string {
  const call = (): string =>
    pick([
      `${name}(k - 1, ${value()}, on)`,
      `${name}(k - 1, t, !on)`,
      `${name}(k - 2, ${value()}, s < t)`,
      `${name}(k - 2, ${name}(k - 1, s, on), on)`,
      `${name}(k - 3, (w = ${value()}), on)`,
    ]);
  const end = pick(['k < 1', 'k <= 0', '!(k > 0)', 'k < 2']);
  const last = pick([
    () => `${call()} ${pick(['+', '-', '*', '%', '|', '^'])} ${call()}`,
    () => `(${pick(['on', 's < t', 'k > 2'])} ? ${call()} : ${value()})`,
    () => `Math.${pick(['min', 'max', 'imul'])}(${call()}, ${value()})`,
    call,
  ])();
  const head = `function ${name}(k: number, s: number, on: boolean): number {`;
  if (pick([true, false, false])) {
    const whole = last.replaceAll('(w = ', '(s = ').replaceAll(/\b[tw]\b/g, 's');
    return `${head} return ${end} ? ${pick(['s', 'k', '-s', 's | 0'])} : ${whole}; }`;
  }
  const middle = pick([
    () => `for (let i = 0; i < 3; i++) { if (t > ${value()}) break; t += w; if (on && i === 1) return t - ${call()}; }`,
    () => `out: for (let i = 0; i < 2; i++) { for (;;) { w += i; if (i < 1) continue out; break; } t -= w; }`,
    () => `switch (k) { case 1: return ${value()}; case 2: t = ${call()}; break; default: w++; }`,
    () => `{ let r: number; if (on) { r = ${value()}; } else { r = w++; } t = r; }`,
    () => `while (w < 4) { w++; t = ${value()}; }`,
    () => `if (${call()} < t) { s = t; }`,
  ]);
  return `${head} if (${end}) return ${pick(['s', 'k', 's * 2', '0.5'])}; let t = ${pick(['s', 'k', '-0', '1'])}; let w = 1; ${middle()} ${pick(['', middle()])} return ${last}; }`;
}
