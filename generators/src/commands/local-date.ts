/** The calendar day of an instant in the machine's zone, `YYYY-MM-DD`. */
export function localDate(instant: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
}
