/** The parts of an A100 with 40 GB, by their ids. */
export const migProfiles: ReadonlyMap<string, string> = new Map([
  ["19", "1g.5gb"],
  ["14", "2g.10gb"],
  ["9", "3g.20gb"],
  ["5", "4g.20gb"],
  ["0", "7g.40gb"],
]);
