export function words(text) {
  text = text.split(' ');
  return text.map((word) => word.length).filter((length) => length > 2);
}
