export default { select: 'Numbers.divisorCount', calls: () => [[12], [1], [12], [0], [-0]] };
