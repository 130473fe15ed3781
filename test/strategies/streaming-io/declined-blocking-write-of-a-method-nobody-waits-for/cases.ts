export default { select: 'Store.save' };
