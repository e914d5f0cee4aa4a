/** Members by key, in the order in which the keys first appear. Written out: phones in use lack `Map.groupBy`. */
export function groupBy<Key, Member>(members: readonly Member[], keyOf: (member: Member) => Key): [Key, Member[]][] {
  const groups = new Map<Key, Member[]>();
  for (const member of members) {
    const group = groups.get(keyOf(member));
    if (group) group.push(member);
    else groups.set(keyOf(member), [member]);
  }
  return [...groups];
}
