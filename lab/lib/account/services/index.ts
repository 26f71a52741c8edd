import type { Behaviours } from "../behaviour";

/** All services. To add one, write its file and list it here. */
export const services: Behaviours = {};
