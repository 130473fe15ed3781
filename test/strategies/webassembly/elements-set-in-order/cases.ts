export default { calls: () => [[5], [6], [0], [100], [-1], [1.5]] };
