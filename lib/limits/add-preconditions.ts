/** What limits could not judge, because Terraform alone knows the values, becomes preconditions of resources. */
import {
  DefaultTokenResolver,
  StringConcat,
  TerraformResource,
  Tokenization,
  type Precondition as TerraformPrecondition,
} from "cdktf";
import type { IConstruct } from "constructs";
import { isPartial } from "./evaluate";
import { literal } from "./expressions";
import type { Limit } from "./limit";
import { canJudgeLater, preconditionMessage, preconditionOf } from "./preconditions";
import { type CheckRecord, type Registry } from "./registry";
import { isToken } from "./unknown";
import { excuseFor } from "./verdicts";

/** Adds what the constructs of a stack need that have been registered since the last time. */
export function addPreconditions(registry: Registry, stack: string): void {
  const { leftToTerraform } = registry;
  for (const record of leftToTerraform.splice(0)) {
    if (record.stack === stack) {
      addTo(record, unjudgedLimits(registry, record));
    } else {
      leftToTerraform.push(record);
    }
  }
}

function unjudgedLimits(registry: Registry, { exceptions, path }: CheckRecord): readonly Limit<never>[] {
  return exceptions
    .filter(({ limit, verdict }) => isPartial(verdict) && canJudgeLater(limit))
    .map(({ limit }) => limit)
    .filter((limit) => excuseFor(registry, limit, path) === undefined);
}

function addTo({ scope, facts, path }: CheckRecord, limits: readonly Limit<never>[]): void {
  const resources = limits.length === 0 ? [] : resourcesIn(scope);
  for (const limit of limits) {
    const made = preconditionOf(limit, facts, (source) => expressionOf(source, scope));
    if (made === undefined) {
      continue;
    }
    // A resource that has the same references gets no new dependency, so that no cycle comes of it.
    const holder = resources.find(({ text }) =>
      made.references.every((reference) => text.includes(reference)),
    );
    if (holder !== undefined) {
      append(holder.resource, {
        condition: `\${${made.condition}}`,
        errorMessage: preconditionMessage(limit, made, path).replace(/([$%])\{/g, "$1$1{"),
      });
    }
  }
}

interface Rendered {
  readonly resource: TerraformResource;
  readonly text: string;
}

/** The resources of a construct, and what each says to Terraform. */
function resourcesIn(scope: IConstruct): readonly Rendered[] {
  return scope.node
    .findAll()
    .filter((child): child is TerraformResource => TerraformResource.isTerraformResource(child))
    .map((resource) => ({
      resource,
      text: JSON.stringify(resolved(resource.toTerraform(), resource)).replace(/\\"/g, '"'),
    }));
}

function append(resource: TerraformResource, precondition: TerraformPrecondition): void {
  const { lifecycle } = resource;
  resource.lifecycle = {
    ...lifecycle,
    precondition: [...(lifecycle?.precondition ?? []), precondition],
  };
}

/** A value as an expression; undefined where text around references is more than this can take apart. */
function expressionOf(source: unknown, scope: IConstruct): string | undefined {
  const value = resolved(source, scope);
  if (typeof value !== "string") {
    return isToken(value) || /[$%]\{/.test(JSON.stringify(value)) ? undefined : literal(value);
  }
  const parts = value.split(plainReference).filter((part) => part !== "");
  if (parts.every((part) => isReference(part) || !/[$%](?:\{|$)/.test(part))) {
    const terms = parts.map((part) => (isReference(part) ? part.slice(2, -1) : literal(part)));
    return terms.length > 1 ? `join("", [${terms.join(", ")}])` : (terms[0] ?? literal(""));
  }
  return isOneToken(source) && isReference(value) && !value.includes("}${") ? value.slice(2, -1) : undefined;
}

/** References and calls that have no text and no block in them. */
const plainReference = /(\$\{[^${}"]*\})/;

function isReference(text: string): boolean {
  return text.startsWith("${") && text.endsWith("}");
}

function isOneToken(source: unknown): boolean {
  return typeof source !== "string" || Tokenization.reverseString(source).length === 1;
}

function resolved(value: unknown, scope: IConstruct): unknown {
  return Tokenization.resolve(value, { scope, preparing: false, resolver }) as unknown;
}

const resolver = new DefaultTokenResolver(new StringConcat());
