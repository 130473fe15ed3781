export function chain(words: string[]): unknown {
  let all: Record<string, unknown> = {};
  for (let i = 0; i < words.length; i++) {
    if (!(i in words)) continue; // reduce skips holes
    const word = words[i]!;
    all = { ...all, [word]: all };
  }
  return all;
}
