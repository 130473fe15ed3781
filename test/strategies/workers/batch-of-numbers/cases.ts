export default { select: 'collatzSteps', calls: () => [[1], [27], [97], [871], [6171]] };
