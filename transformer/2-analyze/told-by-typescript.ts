import { placeOf } from "../1-collect/place.js";
import type { Project } from "../compilers/port.js";
import type { Finding, Place } from "../model.js";

/** Whether TypeScript objects to the same text: then there is nothing to add. */
export function isToldByTypeScript(project: Project, each: Finding): boolean {
  return placesOf(each).some((place) => isErroneous(project, place));
}

/** Whether TypeScript objects to any part of it. */
export function isErroneous(project: Project, place: Place): boolean {
  return project.errorsIn(place.file).some((error) => overlap(error, place));
}

/** All of the text that a finding is about: the key of a value, and the value. */
function placesOf({ place, fit }: Finding): Place[] {
  return [...(place ? [place] : []), ...(fit?.path.length === 0 ? [placeOf(fit.expression)] : [])];
}

function overlap(a: { start: number; length: number }, b: { start: number; length: number }): boolean {
  return a.start < b.start + b.length && b.start < a.start + a.length;
}
