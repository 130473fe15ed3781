interface Company {
  name: string;
  employees: number;
}

export function largest(companies: Company[]): string {
  const kept = companies
    .filter(({ employees }) => employees !== 0)
    .filter((company) => company.name === 'X' || company.employees > 10)
    .slice()
    .reverse();
  return kept
    .map((company) => company.name)
    .join(', ');
}
