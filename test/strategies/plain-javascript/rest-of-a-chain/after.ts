interface Company {
  name: string;
  employees: number;
}

export function largest(companies: Company[]): Set<string> {
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
    const company = kept[i]!;
    result2[i] = company.name;
  }
  const names = result2.join(', ');
  const known: Company[] = [];
  for (let i = 0; i < companies.length; i++) {
    if (!(i in companies)) continue; // filter skips holes
    const company = companies[i]!;
    if (
      company.employees >= kept.length &&
      company.name.toLowerCase() !== company.name.toUpperCase() &&
      !names.startsWith(company.name)
    ) {
      known.push(company);
    }
  }
  const result3 = new Array<string>(known.length);
  for (let i = 0; i < known.length; i++) {
    const company = known[i]!;
    result3[i] = company.name;
  }
  return new Set(result3);
}
