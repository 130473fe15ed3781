export default { select: 'female', calls: () => [[0], [-0], [5], [12], [5], [12]] };
