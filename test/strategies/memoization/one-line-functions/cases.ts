export default { calls: () => [[12], [7], [12], [0], [-0], [2.5]] };
