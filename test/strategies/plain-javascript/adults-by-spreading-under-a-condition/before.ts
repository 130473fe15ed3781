export function adults(people: { name: string; age: number }[]): string[] {
  return people.reduce((names: string[], { name, age }) => (age >= 18 ? [...names, name] : names), []);
}
