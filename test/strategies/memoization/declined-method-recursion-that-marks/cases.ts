export default { select: 'Islands.size' };
