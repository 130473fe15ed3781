interface Visit {
  readonly page: string;
  readonly ms: number;
}

export function timesByPage(visits: Visit[]): Record<string, number[]> {
  let times: Record<string, number[]> = {};
  for (const visit of visits) {
    times = { ...times, [visit.page]: [...(times[visit.page] || []), visit.ms] };
  }
  return times;
}
