export default { select: 'convert', calls: () => [[5, 0], [5, 1], [5, 0, null], [5, 0, 'exact'], [-0, 1], [0, 1]] };
