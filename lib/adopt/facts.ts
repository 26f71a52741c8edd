import type { Fact, FactList } from "../limits";

/** A prop that an adopted resource has to say. */
export interface Unsaid {
  readonly prop: string;
  /** What the construct would take. */
  readonly byDefault: string;
}

/** What the limits of one adoption need to know. Ids are absent where none of the kind is adopted. */
export interface AdoptionFacts {
  readonly clusterId: Fact<string> | undefined;
  readonly nodePoolId: Fact<string> | undefined;
  readonly vpcId: Fact<string> | undefined;
  readonly vswitchIds: FactList<string>;
  readonly keyId: Fact<string> | undefined;
  /** Of a resource that is adopted as such. */
  readonly resourceType: string | undefined;
  readonly unsaid: readonly Unsaid[];
  /** Things that no resource of the construct can have. */
  readonly homeless: readonly Homeless[];
}

/** Something to adopt where the construct makes no resource. */
export interface Homeless {
  readonly got: string;
  readonly want: string;
}

/** One member of all adoptions of an app. */
export interface AdoptedThing {
  readonly path: string;
  readonly address: string;
  /** `alicloud_vpc vpc-1` */
  readonly thing: string;
}

export interface AllAdoptionsFacts {
  readonly things: FactList<AdoptedThing>;
}
