interface Company {
  name: string;
  employees: number;
}

export function largest(companies: Company[]): string {
  const result: Company[] = [];
  for (let i = 0; i < companies.length; i++) {
    if (!(i in companies)) continue; // filter skips holes
    const item = companies[i]!;
    const { employees } = item;
    if (employees === 0) continue;
    if (item.name === 'X' || item.employees > 10) result.push(item);
  }
  const kept = result.slice().reverse();
  const result2 = new Array<string>(kept.length);
  for (let i = 0; i < kept.length; i++) {
    if (!(i in kept)) continue; // map skips holes
    const company = kept[i]!;
    result2[i] = company.name;
  }
  return result2.join(', ');
}
