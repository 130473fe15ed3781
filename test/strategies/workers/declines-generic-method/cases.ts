export default { select: 'Index.hashes' };
