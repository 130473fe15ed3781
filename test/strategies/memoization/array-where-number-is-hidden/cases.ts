export default { select: 'halves', calls: () => [[5], [5.5], [5], [-1], [0], [-0], [7.25], [7]] };
