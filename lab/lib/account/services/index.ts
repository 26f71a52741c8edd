import type { Behaviours } from "../behaviour";
import { addon } from "./addon";
import { cluster } from "./cluster";
import { ecs } from "./ecs";
import { egress } from "./egress";
import { kms } from "./kms";
import { nodePool } from "./node-pool";
import { others } from "./others";
import { ram } from "./ram";
import { sls } from "./sls";
import { storage } from "./storage";
import { vpc } from "./vpc";

/** All services. To add one, write its file and list it here. */
export const services: Behaviours = {
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
};
