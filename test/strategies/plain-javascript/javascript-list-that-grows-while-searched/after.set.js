/** @param {{ country: string, city: string }[]} places */
export function countries(places) {
  const seen = [];
  const seenSet = new Set();
  const groups = [];
  places.forEach(function (place) {
    if (!seenSet.has(place.city)) {
      seen.push(place.city);
      if (!Number.isNaN(place.city)) seenSet.add(place.city); // NaN equals nothing
    }
    let group = groups.find((one) => one.country === place.country);
    if (!group) {
      group = { country: place.country, cities: [] };
      groups.push(group);
    }
    group.cities.push(place.city);
  });
  return { seen, groups };
}
