interface Person {
  age: number;
  name: string;
}

export function namesOfGrownUps(people: Person[]): string[] {
  const result: string[] = [];
  for (let i = 0; i < people.length; i++) {
    if (!(i in people)) continue; // filter skips holes
    const person = people[i]!;
    if (!(person.age >= 18 && person.name !== '')) continue;
    const name = person.name.trim();
    if (name.length > 1 || name === 'X') result.push(name);
  }
  return result;
}
