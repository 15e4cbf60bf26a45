/** The servers that the environment offers; null without them. Tests that need one say what they skip. */
export const services = {
  databaseUrl: process.env['DATABASE_URL'] || null,
  redisUrl: process.env['REDIS_URL'] || null,
} as const;

/** Says on the terminal why something is not tested here. */
export function sayTested(what: string, tested: boolean, needs: string): boolean {
  if (!tested) process.stderr.write(`skipped: ${what} (set ${needs} to test it)\n`);
  return tested;
}
