export function drained(text: string): string[] {
  const words = text.split(' ');
  const seen: string[] = [];
  words.forEach((word) => {
    seen.push(word.toUpperCase());
    if (word === 'stop') words.pop();
  });
  const others = text.split('-');
  const kept = others.map((other) => other + seen.length);
  others.length += 2;
  return kept.concat(others.map((other) => other + kept.length)).concat(seen);
}
