import type { Diagnostic } from "../diagnostic";
import type { ResourceModel } from "../schema";
import type { ValueObject } from "../values";

/** What the provider says to the arguments of one resource, whose shape Terraform has found right. */
export type Validate = (model: ResourceModel, config: ValueObject) => Diagnostic[];

export const validateResource: Validate = () => [];
