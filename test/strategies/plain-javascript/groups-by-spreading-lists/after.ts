interface Visit {
  readonly page: string;
  readonly ms: number;
}

export function timesByPage(visits: Visit[]): Record<string, number[]> {
  const times: Record<string, number[]> = {};
  for (const visit of visits) {
    if (Object.hasOwn(times, visit.page)) times[visit.page]!.push(visit.ms);
    else times[visit.page] = [...(times[visit.page] || []), visit.ms];
  }
  return times;
}
