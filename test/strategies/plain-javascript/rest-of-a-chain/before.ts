interface Company {
  name: string;
  employees: number;
}

export function largest(companies: Company[]): Set<string> {
  const kept = companies
    .filter(({ employees }) => employees !== 0)
    .filter((company) => company.name === 'X' || company.employees > 10)
    .slice()
    .reverse();
  const names = kept
    .map((company) => company.name)
    .join(', ');
  const known = companies
    .filter((company) => (
      company.employees >= kept.length &&
      company.name.toLowerCase() !== company.name.toUpperCase() &&
      !names.startsWith(company.name)
    ));
  return new Set(
    known.map((company) => company.name),
  );
}
