export function distinct(names: string[]): string[] {
  return names.filter((name, index, self) => {
    if (name === '') self.pop();
    return self.indexOf(name) === index;
  });
}
