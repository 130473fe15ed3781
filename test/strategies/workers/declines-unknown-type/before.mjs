export function sizeOf(value) {
  return JSON.stringify(value).length;
}
