import { ValueError } from "./value-error";

/** @throws ValueError for what is no day of the calendar, as YYYY-MM-DD */
export function checkDay(given: unknown): string {
  if (typeof given === "string" && /^\d{4}-\d{2}-\d{2}$/.test(given)) {
    const day = new Date(`${given}T00:00:00Z`);
    if (!Number.isNaN(day.getTime()) && day.toISOString().startsWith(given)) return given;
  }
  throw new ValueError({ got: `the day ${JSON.stringify(given)}`, want: "a day as YYYY-MM-DD" });
}
