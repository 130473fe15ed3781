export function area(shape) {
  let sum = 0;
  for (let i = 0; i < 10; i++) sum += shape.width;
  return sum;
}
