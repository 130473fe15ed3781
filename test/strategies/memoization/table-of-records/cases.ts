export default { select: 'tax', calls: () => [[0], [12_345], [60_000], [60_000], [-1]] };
