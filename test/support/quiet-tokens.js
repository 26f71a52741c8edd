"use strict";

// cdktf captures a stack trace for each token it makes. Under jest that is a hundred times
// slower than the synthesis itself, and no test reads those traces.
require("cdktf/lib/tokens/private/stack-trace").captureStackTrace = () => ["off"];
