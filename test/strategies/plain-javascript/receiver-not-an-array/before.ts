class Stream {
  map(change: (value: number) => number): number {
    return change(1);
  }
}

export function once(stream: Stream): number {
  return stream.map((value) => value + 1);
}
