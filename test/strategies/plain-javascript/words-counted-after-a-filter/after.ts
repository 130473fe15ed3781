export function wordFrequency(text: string): Record<string, number> {
  const items = text
    .toLowerCase()
    .split(/\W+/)
    .filter(Boolean);
  let counts = {} as Record<string, number>;
  for (let i = 0; i < items.length; i++) {
    const word = items[i]!;
    // As an assignment, this one key would set the prototype.
    if (word === '__proto__') counts = { ...counts, [word]: (counts[word] || 0) + 1 };
    else counts[word] = (counts[word] || 0) + 1;
  }
  return counts;
}
