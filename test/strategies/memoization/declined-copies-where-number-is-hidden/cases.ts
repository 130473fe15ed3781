export default { select: 'products' };
