export default { calls: () => [[10], [10], [0], [-1], [-2], [4.5]] };
