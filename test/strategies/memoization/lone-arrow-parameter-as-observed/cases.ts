export default { select: 'depth', observed: true, calls: () => [[3], [3], [0], [-0]] };
