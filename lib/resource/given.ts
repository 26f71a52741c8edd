import type { IConstruct } from "constructs";

const givenKey = Symbol.for("cdktf-ack/given/1");

type Props = Readonly<Record<string, unknown>>;

/**
 * Remembers the props of a construct as they were given, before defaults: a resource alone does not tell whether a
 * value was meant. It hangs on the construct, so that two copies of the library meet.
 */
export function rememberProps(scope: IConstruct, props: object): void {
  Object.defineProperty(scope, givenKey, { value: props, configurable: true });
}

/** The props that a construct was given; `undefined` for one that is not of this library. */
export function givenProps(scope: IConstruct): Props | undefined {
  return (scope as IConstruct & { readonly [givenKey]?: Props })[givenKey];
}
