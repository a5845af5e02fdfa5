/** Dates as content writes them, as seconds since 1970. No clock and no time zone: every date is UTC. */

const secondsPerDay = 86_400

/** Seconds since 1970 at the start of a day (YYYY-MM-DD) or of a month (YYYY-MM). */
export function secondsSince1970(date: string): number {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number)
  return daysSince1970(year, month, day) * secondsPerDay
}

/** Days from civil (Howard Hinnant, "chrono-compatible low-level date algorithms"). */
function daysSince1970(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}
