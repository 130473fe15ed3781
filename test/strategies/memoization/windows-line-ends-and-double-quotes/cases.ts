export default { calls: () => [[3], [3], [0], [-0]] };
