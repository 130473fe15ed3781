export default { select: 'default', calls: () => [[10], [10], [0], [-0]] };
