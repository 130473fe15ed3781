export default { select: 'Numbers.fibonacci', calls: () => [[0], [1], [2], [15], [-0], [-4], [3.5]] };
