import { install, TOOLCHAINS } from "./toolchains";

export default function installAll(): void {
  for (const each of Object.values(TOOLCHAINS)) install(each);
}
