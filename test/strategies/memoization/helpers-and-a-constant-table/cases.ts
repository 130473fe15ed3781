export default { select: 'checksum', calls: () => [['hello'], [''], ['hello']] };
