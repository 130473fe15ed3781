export default { calls: () => [[2n, 10n], [2n, 10n], [3n, 0n], [-2n, 3n]] };
