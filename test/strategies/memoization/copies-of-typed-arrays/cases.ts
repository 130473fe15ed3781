export default { select: 'histogram', calls: () => [['hello'], ['hello'], [''], ['a1z']] };
