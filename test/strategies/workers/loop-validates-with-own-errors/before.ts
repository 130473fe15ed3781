export interface Row {
  id: number;
  email: string;
  iban: string;
}

export class InvalidRow extends Error {
  readonly row: number;
  constructor(row: number, why: string) {
    super(`row ${row}: ${why}`);
    this.name = 'InvalidRow';
    this.row = row;
  }
}

class NoDigit extends InvalidRow {}

function checksum({ id, iban }: Row): number {
  let rest = 0;
  for (const letter of iban) {
    const digit = Number.parseInt(letter, 36);
    if (Number.isNaN(digit)) throw new NoDigit(id, letter);
    rest = (rest * 36 + digit) % 97;
  }
  return rest;
}

export function validateRows(rows: readonly Row[]): number[] {
  const sums: number[] = [];
  for (const row of rows) {
    if (!row.email.includes('@')) throw new InvalidRow(row.id, 'no address');
    sums.push(checksum(row));
  }
  return sums;
}
