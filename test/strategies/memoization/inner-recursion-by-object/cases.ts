interface Stop {
  name: string;
  next: Stop[];
}

/** Each stop leads to the next two. */
function line(length: number): Stop {
  const stops = Array.from({ length }, (_, i): Stop => ({ name: `stop ${i}`, next: [] }));
  for (const [i, stop] of stops.entries()) stop.next.push(...stops.slice(i + 1, i + 3));
  return stops[0] as Stop;
}

export default {
  calls: () => {
    const short = line(5);
    return [
      [short, 'stop 4'],
      [short, 'stop 2'],
      [line(15), 'stop 14'],
      [line(15), 'nowhere'],
      [{ name: 'alone', next: [] }, 'alone'],
      [{ name: 'broken' }, 'x'],
    ];
  },
};
