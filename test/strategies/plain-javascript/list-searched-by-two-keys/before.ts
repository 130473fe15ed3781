interface Seat {
  readonly row: number;
  readonly place: number;
}

export function taken(wanted: Seat[], seats: Seat[]): number {
  let count = 0;
  for (const one of wanted) {
    if (seats.some((seat) => seat.row === one.row && seat.place === one.place)) count++;
  }
  return count;
}
