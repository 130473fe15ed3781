interface Visit {
  readonly page: string;
  readonly ms: number;
}

export function timesByPage(visits: Visit[]): Record<string, number[]> {
  let times: Record<string, number[]> = {};
  for (const visit of visits) {
    // As an assignment, this one key would set the prototype.
    if (visit.page === '__proto__') times = { ...times, [visit.page]: [...(times[visit.page] || []), visit.ms] };
    else (times[visit.page] ??= []).push(visit.ms);
  }
  return times;
}
