/** Milliseconds of CPU that the process has used, all threads together: what neighbours on the machine do shows little in it. */
export function cpuTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
