export function adults(people: { name: string; age: number }[]): string[] {
  const names: string[] = [];
  for (let i = 0; i < people.length; i++) {
    if (!(i in people)) continue; // reduce skips holes
    const { name, age } = people[i]!;
    if (age >= 18) names.push(name);
  }
  return names;
}
