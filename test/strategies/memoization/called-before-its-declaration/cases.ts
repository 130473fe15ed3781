export default { select: 'pell', calls: () => [[10], [0], [-0], [10]] };
