import { isToken } from "../limits";
import { ValueError } from "../values";

/** What somebody may do, or may not. */
export interface RamStatement {
  /** @default "Allow" */
  readonly effect?: "Allow" | "Deny";
  /** Actions, such as `cs:DescribeClusterDetail`; `*` stands for any text in them. */
  readonly actions: readonly string[];
  /**
   * Whether the statement is about all actions but these (`NotAction`).
   * @default false
   */
  readonly allBut?: boolean;
  /**
   * What they may be done to: `*`, or ARNs such as `acs:cs:*:*:cluster/<id>`.
   * @default ["*"]
   */
  readonly resources?: readonly string[];
  /**
   * When the statement holds, as RAM writes it.
   * @default - always
   */
  readonly condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/**
 * A policy of RAM, as a value. Two with the same statements have the same text, whatever the order in which they were written: a plan
 * then has nothing to change.
 */
export class RamPolicyDocument {
  /** The version that RAM has, the only one. */
  public static readonly VERSION = "1";

  /** @throws ValueError for a list that only Terraform knows: the members of a list may be so, and the list not */
  public static of(...statements: readonly RamStatement[]): RamPolicyDocument {
    const lists = statements.flatMap(({ actions, resources = [] }) => [actions, resources]);
    if (lists.some(isToken)) {
      throw problem("a list that only Terraform knows");
    }
    return new RamPolicyDocument(RamPolicyDocument.VERSION, statements);
  }

  /**
   * Reads a policy that exists as text.
   *
   * @throws ValueError for text that is no policy: no JSON, or statements without actions
   */
  public static fromJson(text: string): RamPolicyDocument {
    const { Version, Statement } = objectIn(text);
    const statements = (Array.isArray(Statement) ? Statement : [Statement]).map(statementOf);
    return new RamPolicyDocument(typeof Version === "string" ? Version : "", statements);
  }

  private constructor(
    public readonly version: string,
    public readonly statements: readonly RamStatement[],
  ) {}

  /** What this policy says, and others beside. */
  public and(...others: readonly RamPolicyDocument[]): RamPolicyDocument {
    return new RamPolicyDocument(this.version, [
      ...this.statements,
      ...others.flatMap(({ statements }) => statements),
    ]);
  }

  /** The text of the policy; statements that differ in their actions alone are one. */
  public toJson(): string {
    return JSON.stringify({ Statement: merged(this.statements).map(rendered), Version: this.version });
  }
}

interface Merged {
  readonly statement: RamStatement;
  readonly actions: Set<string>;
}

function merged(statements: readonly RamStatement[]): RamStatement[] {
  const byRest = new Map<string, Merged>();
  for (const statement of statements) {
    const { effect = "Allow", resources = ["*"], condition, allBut = false } = statement;
    // All but one thing, and all but another, are together everything: such statements are not one.
    const exceptions = allBut ? sorted(statement.actions) : null;
    const key = JSON.stringify([effect, sorted(resources), condition ?? null, exceptions]);
    const known = byRest.get(key) ?? { statement, actions: new Set() };
    statement.actions.forEach((action) => known.actions.add(action));
    byRest.set(key, known);
  }
  return [...byRest.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { statement, actions }]) => ({ ...statement, actions: [...actions] }));
}

/** Members in the order in which RAM shows them. */
function rendered({
  effect = "Allow",
  actions,
  allBut = false,
  resources = ["*"],
  condition,
}: RamStatement): object {
  return {
    ...(allBut ? {} : { Action: sorted(actions) }),
    ...(condition === undefined ? {} : { Condition: condition }),
    Effect: effect,
    ...(allBut ? { NotAction: sorted(actions) } : {}),
    Resource: sorted(resources),
  };
}

function sorted(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  if (typeof value !== "object" || value === null || !("Statement" in value)) {
    throw problem(`the text ${JSON.stringify(text.slice(0, 60))}`);
  }
  return value as Readonly<Record<string, unknown>>;
}

function statementOf(value: unknown): RamStatement {
  const { Effect, Action, NotAction, Resource, Condition } = (value ?? {}) as Readonly<
    Record<string, unknown>
  >;
  const actions = textsOf(Action ?? NotAction);
  if (actions === undefined || (Effect !== "Allow" && Effect !== "Deny")) {
    throw problem(`the statement ${JSON.stringify(value)}`);
  }
  const resources = textsOf(Resource);
  return {
    effect: Effect,
    actions,
    ...(Action === undefined ? { allBut: true } : {}),
    ...(resources === undefined ? {} : { resources }),
    ...(Condition === undefined ? {} : { condition: Condition as NonNullable<RamStatement["condition"]> }),
  };
}

function textsOf(value: unknown): string[] | undefined {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.length > 0 && values.every((one) => typeof one === "string") ? values : undefined;
}

function problem(got: string): ValueError {
  return new ValueError({
    got,
    want: 'a policy of RAM: {"Statement": [{"Action": [...], "Effect": "Allow", "Resource": [...]}], "Version": "1"}',
    source: "docs/ram-policies.md",
  });
}
