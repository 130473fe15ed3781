export function describeAll(values: number[], digits: number) {
  const described = values.map((value) => ({ text: value.toFixed(digits), parts: [value, -value] }));
  return described;
}
