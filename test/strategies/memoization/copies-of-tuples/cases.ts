export default { select: 'extremes', calls: () => [['hello'], ['hello'], [''], ['a']] };
