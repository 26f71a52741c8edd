#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { run } from "./run";

// A reader that has seen enough (`| head`) is no failure: the exit code is what counts.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

void run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  readStdin: () => readFileSync(0),
}).then((exitCode) => {
  // Not process.exit: what is still to be written to a pipe would be lost.
  process.exitCode = exitCode;
});
