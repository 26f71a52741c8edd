export { Hardening } from "./hardening";
