export default { select: 'slug', calls: () => [['Über Äpfel'], ['a b'], ['Über Äpfel'], [''], ['__proto__'], ['']] };
