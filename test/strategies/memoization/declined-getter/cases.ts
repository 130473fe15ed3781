export default { select: 'Circle.area' };
