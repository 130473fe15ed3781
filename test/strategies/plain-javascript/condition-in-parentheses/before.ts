interface Person {
  age: number;
  name: string;
}

export function namesOfGrownUps(people: Person[]): string[] {
  return people
    .filter((person) => (
      person.age >= 18 &&
      person.name !== ''
    ))
    .map((person) => (person.name.trim()))
    .filter((name) => (
      name.length > 1 ||
      name === 'X'
    ));
}
