#!/usr/bin/env node
import { main } from "./cli/main";

// A failure that nobody waits for would leave the command running without its providers.
process.on("uncaughtException", (failure) => {
  console.error("cdktf-ack-lab:", failure);
  process.exit(1);
});

void main(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
}).then((exitCode) => process.exit(exitCode));
