const state = { hits: 0, names: ['a'] };

export function hit(): void {
  state.hits += 1;
}

export function snapshot(): typeof state {
  return JSON.parse(JSON.stringify(state));
}
