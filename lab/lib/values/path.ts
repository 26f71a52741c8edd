/** A way into a value: names of attributes, indexes of lists, keys of maps. It stops at a set, whose elements have no name. */
export type Path = readonly (string | number)[];

/** `data_disks[0].size` */
export function formatPath(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    return text === "" ? step : `${text}.${step}`;
  }, "");
}
