import { testFacts } from "../support/fact-cases";
import { networkFactCases } from "./fact-cases";

testFacts(networkFactCases);
