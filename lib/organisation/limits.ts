import { limitsOn, ownPrefix, type Source } from "../limits";

interface SettingFacts {
  /** What was said: defaults, or limits. */
  readonly what: string;
  /** Path of a construct of the scope that was made before. */
  readonly madeBefore: string | undefined;
  readonly limitIds: readonly string[];
}

const setting = limitsOn<SettingFacts>("Settings");
const source: Source = { title: "docs/organisation.md" };

export const organisationLimits = [
  setting.limit(
    "organisation-before-constructs",
    ["what", "madeBefore"],
    {
      statement: "What an organisation says of a scope is said before the first construct is made in it.",
      source,
      authority: "library",
      fix: "say it at the beginning, right after the app or the stack is made",
    },
    ({ what, madeBefore }) =>
      madeBefore === undefined
        ? []
        : [
            {
              got: `${what} after ${madeBefore} was made`,
              want: `${what} before any construct of the scope`,
            },
          ],
  ),
  setting.each(
    "organisation-limit-id",
    "limitIds",
    {
      statement: "The ids of limits of a team begin with own-, so that they are never those of this library.",
      source,
      authority: "library",
      fix: "name it in small letters, digits and hyphens, such as own-instance-families",
    },
    (id) =>
      /^own-[a-z\d]+(-[a-z\d]+)*$/.test(id)
        ? undefined
        : { got: `the id ${JSON.stringify(id)}`, want: `an id that begins with ${ownPrefix}` },
  ),
];
