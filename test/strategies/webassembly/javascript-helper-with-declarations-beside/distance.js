/**
 * @param {number} x
 * @param {number} y
 * @param {number} otherX
 * @param {number} otherY
 */
export default function distance(x, y, otherX, otherY) {
  const dx = x - otherX;
  const dy = y - otherY;
  return Math.sqrt(dx * dx + dy * dy);
}
