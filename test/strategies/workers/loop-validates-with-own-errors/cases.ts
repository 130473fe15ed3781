const row = (id: number, iban: string, email = 'a@b.c') => ({ id, email, iban });
export default {
  calls: () => [
    [[]],
    [[row(1, 'DE12'), row(2, 'FR99')]],
    [[row(1, 'DE12'), row(2, 'FR99', 'nobody'), row(3, '??')]],
    [[row(1, 'DE12'), row(2, 'D!'), row(3, 'x', 'nobody'), row(4, 'yy')]],
  ],
};
