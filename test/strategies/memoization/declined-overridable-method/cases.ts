export default { select: 'Shape.angles' };
