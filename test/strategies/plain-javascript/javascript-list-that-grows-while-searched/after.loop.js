/** @param {{ country: string, city: string }[]} places */
export function countries(places) {
  const seen = [];
  const groups = [];
  const count = places.length;
  for (let i = 0; i < count; i++) {
    if (!(i in places)) continue; // forEach skips holes
    const place = places[i];
    if (seen.indexOf(place.city) === -1) seen.push(place.city);
    let group = groups.find((one) => one.country === place.country);
    if (!group) {
      group = { country: place.country, cities: [] };
      groups.push(group);
    }
    group.cities.push(place.city);
  }
  return { seen, groups };
}
