import { testFacts } from "../support/fact-cases";
import { ramFactCases } from "./fact-cases";

testFacts(ramFactCases);
