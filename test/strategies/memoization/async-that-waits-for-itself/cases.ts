export default { calls: () => [[5], [9], [5], [0], [-0], [9]] };
