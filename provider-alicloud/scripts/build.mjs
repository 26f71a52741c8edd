import { build } from "./build.js";

const started = performance.now();
const built = await build();
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(built ? `Bindings built in ${seconds} s.` : "Bindings are up to date.");
