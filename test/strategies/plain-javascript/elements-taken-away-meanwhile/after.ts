export function drained(text: string): string[] {
  const words = text.split(' ');
  const seen: string[] = [];
  const count = words.length;
  for (let i = 0; i < count; i++) {
    if (!(i in words)) continue; // forEach skips holes
    const word = words[i]!;
    seen.push(word.toUpperCase());
    if (word === 'stop') words.pop();
  }
  const others = text.split('-');
  const kept = new Array<string>(others.length);
  for (let i = 0; i < others.length; i++) {
    if (!(i in others)) continue; // map skips holes
    const other = others[i]!;
    kept[i] = other + seen.length;
  }
  others.length += 2;
  const result = new Array<string>(others.length);
  for (let i = 0; i < others.length; i++) {
    if (!(i in others)) continue; // map skips holes
    const other = others[i]!;
    result[i] = other + kept.length;
  }
  return kept.concat(result).concat(seen);
}
