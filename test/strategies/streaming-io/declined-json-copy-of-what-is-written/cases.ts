export default { select: 'snapshot' };
