import type { Behaviours, ResourceBehaviour } from "../behaviour";
import { addon } from "./addon";
import { cluster } from "./cluster";
import { ecs } from "./ecs";
import { egress } from "./egress";
import { anyKubernetes, kubernetes } from "./kubernetes";
import { kms } from "./kms";
import { nodePool } from "./node-pool";
import { others } from "./others";
import { ram } from "./ram";
import { sls } from "./sls";
import { storage } from "./storage";
import { vpc } from "./vpc";

/** All services. To add one, write its file and list it here. */
const services: Behaviours = {
  ...vpc,
  ...egress,
  ...ecs,
  ...ram,
  ...kms,
  ...storage,
  ...sls,
  ...cluster,
  ...nodePool,
  ...addon,
  ...others,
  ...kubernetes,
};

export function behaviourOf(type: string): ResourceBehaviour {
  const own = services[type] ?? {};
  if (!type.startsWith("kubernetes_")) return own;
  return { ...anyKubernetes, ...own, fills: { ...anyKubernetes.fills, ...own.fills } };
}
