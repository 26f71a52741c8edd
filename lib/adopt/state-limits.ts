import { findingsOf, limitsOn, type Source } from "../limits";

/** A resource whose address has changed. */
export interface MovedResource {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/** What the limits of all moves in a stack need to know. */
export interface MovedFacts {
  readonly moved: readonly MovedResource[];
  /** The addresses that the stack has. */
  readonly present: readonly string[];
}

/** What the limits of all that a stack lets go of need to know. */
export interface LetGoFacts {
  /** Stacks that are to be let go of as a whole. */
  readonly stacks: readonly string[];
  readonly referring: readonly { readonly path: string; readonly address: string }[];
}

const movedBlock: Source = { title: "Terraform documentation", chapter: "moved block" };
const removedBlock: Source = { title: "Terraform documentation", chapter: "removed block" };

const moved = limitsOn<MovedFacts>("Adoption");

export const movedLimits = [
  moved.limit(
    "moved-from-a-free-address",
    ["moved", "present"],
    {
      statement: "What is moved comes from an address that nothing in the stack has any more.",
      source: movedBlock,
      authority: "library",
      fix: "give the path that the construct had before the change of the code, without the stack",
    },
    ({ moved: all, present }) => {
      const taken = new Set(present);
      const paths = new Set<string>();
      // One finding for each construct says enough.
      return findingsOf(all, ({ path, from, to }) => {
        if (!taken.has(from) || paths.has(path)) return undefined;
        paths.add(path);
        const got = from === to ? `${from}, where it is` : `${from}, which the stack still has`;
        return { at: path, got, want: "an address that is free" };
      });
    },
  ),
];

const letGo = limitsOn<LetGoFacts>("Adoption");

export const letGoLimits = [
  letGo.limit(
    "let-go-not-referred-to",
    ["referring"],
    {
      statement: "Nothing that stays refers to what Terraform lets go of.",
      source: removedBlock,
      authority: "library",
      fix: "refer to it by fromAttributes, or let go of both",
    },
    ({ referring }) =>
      referring.map(({ path, address }) => ({
        at: path,
        got: `a reference to ${address}`,
        want: "a reference to what stays in the configuration",
      })),
  ),
  letGo.limit(
    "let-go-of-a-construct",
    ["stacks"],
    {
      statement: "Terraform lets go of constructs in a stack, not of the stack.",
      source: removedBlock,
      authority: "library",
      fix: "let go of its constructs one by one; or remove the stack from the code, and keep its state",
    },
    ({ stacks }) =>
      stacks.map((path) => ({ at: path, got: `the stack ${path}`, want: "constructs of the stack" })),
  ),
];

const address = limitsOn<{ readonly addresses: readonly string[] }>("Adoption");

export const letGoAddressLimits = [
  address.eachFormat(
    "let-go-address",
    "addresses",
    /^(module\.[\w-]+(\[[^\]]+\])?\.)*[a-z][a-z0-9]*_\w+\.[\w-]+$/,
    { member: "address", want: "a type and a name, without a key: alicloud_vpc.network-vpc_vpc_0A1B2C3D" },
    {
      statement:
        "What Terraform lets go of is named by the address of a resource, without the key of one instance.",
      source: removedBlock,
      fix: "copy the address that terraform state list shows",
    },
  ),
];
